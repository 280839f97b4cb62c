import type { AuditAnchorTable, AuditTable } from './tables/audit.ts';
import type { BackupCheckTable, BackupDrillTable, BackupPlaceTable, BackupTable } from './tables/backups.ts';
import type { CaregiverTable, PairingTable, PayTermTable } from './tables/caregivers.ts';
import type { ComplaintLetterTable, ComplaintStepTable, ComplaintTable } from './tables/complaints.ts';
import type {
  CaregiverSkillTable,
  CaregiverZoneTable,
  HoursApprovalTable,
  OtherPostTable,
  RosterOverrideCaseTable,
  RosterOverrideTable,
} from './tables/guards.ts';
import type { CheckupTable } from './tables/health.ts';
import type { LedgerImportTable, LedgerRowTable } from './tables/ledgers.ts';
import type {
  CountyKeyTable,
  CountySignerTable,
  PackageContentTable,
  PackageReceiptTable,
  PackageResyncTable,
  PackageTable,
  SecondKeyTable,
  SigningKeyTable,
} from './tables/packages.ts';
import type {
  HolidayTable,
  ParameterTable,
  PayExtraTable,
  PayItemTable,
  PayLineTable,
  PayOpeningTable,
  PayRunTable,
} from './tables/payroll.ts';
import type {
  AccountPinTable,
  AccountTable,
  CentreTable,
  CorrectionTable,
  SettingTable,
} from './tables/people.ts';
import type {
  BedTable,
  CareWishTable,
  DeviceHoldingTable,
  DeviceTable,
  ResidentDoubtTable,
  ResidentTable,
  StayTable,
  ZoneTable,
} from './tables/residents.ts';
import type { RosterMakingTable } from './tables/roster-making.ts';
import type { RosterRepairCellTable, RosterRepairTable } from './tables/roster-repair.ts';
import type {
  RosterDroppedTable,
  RosterOriginTable,
  RosterRequestDecisionTable,
  RosterRequestTable,
  RosterSwapTable,
  RotationAssignmentTable,
  RotationPatternTable,
} from './tables/roster-requests.ts';
import type {
  AttendanceCloseTable,
  AttendanceTable,
  CoverRuleTable,
  DutyTable,
  LeaveTable,
  ProtectionTable,
  RosterCellTable,
  RosterTable,
  ShiftTypeTable,
} from './tables/rosters.ts';

/**
 * The tables as types, one interface a table, as the migrations leave them (test/db/schema.test.ts compares both).
 * Booleans are 0 or 1, days and instants are ISO text, money is fen.
 */
export interface Schema {
  centre: CentreTable;
  setting: SettingTable;
  account: AccountTable;
  account_pin: AccountPinTable;
  audit: AuditTable;
  audit_anchor: AuditAnchorTable;
  correction: CorrectionTable;
  resident: ResidentTable;
  resident_doubt: ResidentDoubtTable;
  care_wish: CareWishTable;
  zone: ZoneTable;
  bed: BedTable;
  stay: StayTable;
  device: DeviceTable;
  device_holding: DeviceHoldingTable;
  caregiver: CaregiverTable;
  pay_term: PayTermTable;
  pairing: PairingTable;
  shift_type: ShiftTypeTable;
  cover_rule: CoverRuleTable;
  leave: LeaveTable;
  protection: ProtectionTable;
  roster: RosterTable;
  roster_cell: RosterCellTable;
  duty: DutyTable;
  roster_request: RosterRequestTable;
  roster_request_decision: RosterRequestDecisionTable;
  roster_swap: RosterSwapTable;
  roster_origin: RosterOriginTable;
  roster_dropped: RosterDroppedTable;
  roster_making: RosterMakingTable;
  roster_repair: RosterRepairTable;
  roster_repair_cell: RosterRepairCellTable;
  rotation_pattern: RotationPatternTable;
  rotation_assignment: RotationAssignmentTable;
  attendance: AttendanceTable;
  attendance_close: AttendanceCloseTable;
  hours_approval: HoursApprovalTable;
  caregiver_zone: CaregiverZoneTable;
  caregiver_skill: CaregiverSkillTable;
  other_post: OtherPostTable;
  roster_override: RosterOverrideTable;
  roster_override_case: RosterOverrideCaseTable;
  checkup: CheckupTable;
  complaint: ComplaintTable;
  complaint_step: ComplaintStepTable;
  complaint_letter: ComplaintLetterTable;
  parameter: ParameterTable;
  holiday: HolidayTable;
  pay_run: PayRunTable;
  pay_line: PayLineTable;
  pay_item: PayItemTable;
  pay_extra: PayExtraTable;
  pay_opening: PayOpeningTable;
  signing_key: SigningKeyTable;
  second_key: SecondKeyTable;
  county_key: CountyKeyTable;
  package: PackageTable;
  package_content: PackageContentTable;
  package_receipt: PackageReceiptTable;
  package_resync: PackageResyncTable;
  county_signer: CountySignerTable;
  ledger_import: LedgerImportTable;
  ledger_row: LedgerRowTable;
  backup_place: BackupPlaceTable;
  backup: BackupTable;
  backup_check: BackupCheckTable;
  backup_drill: BackupDrillTable;
}
