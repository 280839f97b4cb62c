import { z } from 'zod';
import { reasonedRules } from '../roster/guards.ts';
import { personRuleKeys } from '../roster/rule.ts';
import { fileFaults } from '../ledger/file-faults.ts';
import { refusalKinds as packageRefusalKinds } from '../package/preflight.ts';

const none = z.strictObject({});

/**
 * Every way a request can be refused, with the facts that its sentence needs. The sentences stand in
 * shared/messages/<language>/failures.ts; a code without a sentence does not compile.
 */
export const failures = {
  // The door
  NOT_SIGNED_IN: { data: none },
  NOT_ALLOWED: { data: z.strictObject({ needs: z.string() }) },
  BAD_INPUT: { data: z.strictObject({ fields: z.array(z.string()) }) },
  NOT_FOUND: { data: z.strictObject({ what: z.string() }) },
  UNEXPECTED: { data: z.strictObject({ reference: z.string() }) },
  CANCELLED: { data: none },
  // People and the file
  ALREADY_SET_UP: { data: none },
  NOT_SET_UP: { data: none },
  WRONG_PASSWORD: { data: none },
  WRONG_RECOVERY_CODE: { data: z.strictObject({ line: z.number().int() }) },
  TOO_MANY_TRIES: { data: z.strictObject({ seconds: z.number().int() }) },
  WEAK_PASSWORD: { data: z.strictObject({ least: z.number().int() }) },
  PIN_TOO_SIMPLE: { data: none },
  PIN_WRONG: { data: z.strictObject({ left: z.number().int() }) },
  PIN_CLOSED: { data: none },
  PIN_NONE: { data: none },
  LOGIN_TAKEN: { data: z.strictObject({ login: z.string() }) },
  LAST_DIRECTOR: { data: none },
  CENTRE_OPEN_ELSEWHERE: { data: none },
  KEYRING_DAMAGED: { data: none },
  FILE_GONE: { data: none },
  FILE_DAMAGED: { data: none },
  FILE_FOREIGN: { data: none },
  FILE_NEWER: { data: z.strictObject({ found: z.number(), known: z.number() }) },
  DISK_FULL: { data: none },
  DISK_FAILING: { data: none },
  // The log of what was done
  ANCHOR_CODE_WRONG: { data: z.strictObject({ group: z.number().int() }) },
  // Residents, beds, devices, caregivers, pairing
  NATIONAL_ID_WRONG: {
    data: z.strictObject({
      problem: z.enum(['length', 'characters', 'province', 'birth', 'check-digit']),
    }),
  },
  NATIONAL_ID_TAKEN: { data: z.strictObject({ name: z.string(), left: z.boolean() }) },
  SEX_DIFFERS_FROM_ID: { data: z.strictObject({ fromId: z.enum(['male', 'female']) }) },
  CERTIFICATE_WRONG: { data: none },
  CERTIFICATE_DIFFERS: { data: z.strictObject({ from: z.enum(['national-id', 'disability', 'level']) }) },
  FIELDS_NEEDED: { data: z.strictObject({ fields: z.array(z.string()) }) },
  DAY_IN_FUTURE: { data: z.strictObject({ day: z.string() }) },
  DAY_TOO_EARLY: { data: z.strictObject({ day: z.string(), earliest: z.string() }) },
  NOTHING_CHANGED: { data: none },
  DOUBT_IS_RESOLVED: { data: none },
  RESIDENT_LEFT: { data: z.strictObject({ resident: z.string(), on: z.string() }) },
  RESIDENT_IN_HOUSE: { data: z.strictObject({ resident: z.string() }) },
  RESIDENT_HAS_BED: { data: z.strictObject({ resident: z.string(), bed: z.string() }) },
  RESIDENT_HAS_NO_BED: { data: z.strictObject({ resident: z.string() }) },
  BED_TAKEN: { data: z.strictObject({ bed: z.string(), occupant: z.string() }) },
  BED_RETIRED: { data: z.strictObject({ bed: z.string() }) },
  BED_EXISTS: { data: z.strictObject({ bed: z.string() }) },
  ZONE_EXISTS: { data: z.strictObject({ name: z.string() }) },
  DEVICE_EXISTS: { data: z.strictObject({ code: z.string() }) },
  DEVICE_HELD: { data: z.strictObject({ device: z.string(), holder: z.string() }) },
  DEVICE_NOT_HELD: { data: z.strictObject({ device: z.string() }) },
  DEVICE_NOT_USABLE: {
    data: z.strictObject({ device: z.string(), condition: z.enum(['needs-repair', 'scrapped']) }),
  },
  CAREGIVER_FULL: {
    data: z.strictObject({ caregiver: z.string(), most: z.number().int(), residents: z.array(z.string()) }),
  },
  CAREGIVER_ENDED: { data: z.strictObject({ caregiver: z.string(), on: z.string() }) },
  CAREGIVER_AT_WORK: { data: z.strictObject({ caregiver: z.string() }) },
  RESIDENT_PAIRED: { data: z.strictObject({ resident: z.string(), caregiver: z.string() }) },
  // Complaints
  COMPLAINT_PERSON_MISSING: { data: z.strictObject({ who: z.enum(['concern', 'doer']) }) },
  COMPLAINT_ABOUT_YOURSELF: { data: none },
  COMPLAINT_FOR_COUNTY: { data: none },
  COMPLAINT_CANNOT_BE_SEALED: { data: none },
  COMPLAINT_LETTER_UNKNOWN: { data: none },
  COMPLAINT_CLOSED: { data: none },
  COMPLAINT_NOT_CLOSED: { data: none },
  COMPLAINT_NO_RESULT: { data: none },
  // Checkups
  CHECKUP_IMPOSSIBLE: {
    data: z.strictObject({
      resident: z.string(),
      vital: z.string(),
      value: z.string(),
      lowest: z.string(),
      highest: z.string(),
      unit: z.string(),
    }),
  },
  CHECKUP_PRESSURE_REVERSED: {
    data: z.strictObject({ resident: z.string(), systolic: z.number(), diastolic: z.number() }),
  },
  CHECKUP_PRESSURE_HALF: { data: z.strictObject({ resident: z.string() }) },
  CHECKUP_EMPTY: { data: z.strictObject({ resident: z.string() }) },
  CHECKUP_UNCONFIRMED: {
    data: z.strictObject({
      findings: z.array(z.strictObject({ resident: z.string(), vital: z.string(), value: z.string() })),
    }),
  },
  CHECKUP_DOER: { data: none },
  CHECKUP_NOT_IN_HOUSE: { data: z.strictObject({ resident: z.string(), day: z.string() }) },
  CHECKUP_RECORDED_ALREADY: {
    data: z.strictObject({ resident: z.string(), day: z.string(), round: z.number() }),
  },
  CHECKUP_TWICE: { data: z.strictObject({ resident: z.string() }) },
  CHECKUP_SUPERSEDED: { data: none },
  CHECKUP_SPAN: { data: none },
  CHECKUP_RANGE: {
    data: z.strictObject({
      vital: z.string(),
      problem: z.enum(['reversed', 'impossible']),
      lowest: z.string(),
      highest: z.string(),
    }),
  },
  // Roster and attendance
  SHIFT_NAME_TAKEN: { data: z.strictObject({ name: z.string(), code: z.string() }) },
  SHIFT_TOO_SHORT: { data: z.strictObject({ minutes: z.number().int() }) },
  SHIFT_IN_DRAFT: { data: z.strictObject({ name: z.string(), month: z.string() }) },
  LAST_SHIFT: { data: none },
  ENDS_BEFORE_START: { data: none },
  LEAVE_TOO_LONG: { data: z.strictObject({ most: z.number().int() }) },
  LEAVE_OVERLAPS: { data: z.strictObject({ caregiver: z.string(), from: z.string(), until: z.string() }) },
  NO_CAREGIVERS: { data: z.strictObject({ month: z.string() }) },
  NO_SHIFTS: { data: none },
  ROSTER_HAS_DRAFT: { data: z.strictObject({ month: z.string() }) },
  ROSTER_NOT_DRAFT: { data: none },
  ROSTER_RUN_GONE: { data: none },
  ROSTER_FACTS_CHANGED: { data: z.strictObject({ month: z.string() }) },
  ROSTER_BREAKS_RULE: {
    data: z.strictObject({
      count: z.number().int(),
      caregiver: z.string(),
      day: z.string(),
      rule: z.enum(personRuleKeys),
      amount: z.number(),
      hours: z.number(),
    }),
  },
  DUTIES_ARE_OVER: { data: z.strictObject({ month: z.string() }) },
  PART_IS_EVERYBODY: { data: none },
  OVERRIDE_REASON_MISSING: {
    data: z.strictObject({ rule: z.enum(reasonedRules), people: z.number().int() }),
  },
  ROSTER_NOT_PUBLISHED: { data: z.strictObject({ month: z.string() }) },
  NOT_EMPLOYED_ON: { data: z.strictObject({ caregiver: z.string(), day: z.string() }) },
  ATTENDANCE_CLOSED: { data: z.strictObject({ month: z.string() }) },
  ATTENDANCE_DAYS_MISSING: {
    data: z.strictObject({ count: z.number().int(), caregiver: z.string(), day: z.string() }),
  },
  ATTENDANCE_MONTH_NOT_OVER: { data: z.strictObject({ month: z.string() }) },
  ATTENDANCE_PAID: { data: z.strictObject({ month: z.string() }) },
  // Requests, swaps, copies of a month, rotations
  REQUEST_DECIDED: { data: z.strictObject({ state: z.enum(['approved', 'declined', 'withdrawn']) }) },
  REQUEST_CONTRADICTS: {
    data: z.strictObject({ caregiver: z.string(), from: z.string(), until: z.string() }),
  },
  REQUEST_NOT_EMPLOYED: { data: z.strictObject({ caregiver: z.string(), day: z.string() }) },
  CHANGE_BREAKS_RULE: {
    data: z.strictObject({
      caregiver: z.string(),
      day: z.string(),
      rule: z.enum(personRuleKeys),
      amount: z.number(),
      hours: z.number(),
    }),
  },
  ROSTER_MISSING: { data: z.strictObject({ month: z.string() }) },
  SWAP_NOTHING: { data: none },
  SWAP_ALONE: { data: none },
  SWAP_TWO_MONTHS: { data: none },
  REPAIR_TOO_LONG: {
    data: z.strictObject({ most: z.number().int(), days: z.number().int(), until: z.string() }),
  },
  REPAIR_TWO_MONTHS: { data: z.strictObject({ until: z.string() }) },
  REPAIR_STALE: { data: z.strictObject({ month: z.string() }) },
  SWAP_PAST: { data: z.strictObject({ day: z.string() }) },
  SWAP_COVER: { data: z.strictObject({ day: z.string(), shift: z.string(), missing: z.number().int() }) },
  COPY_NOTHING: { data: z.strictObject({ month: z.string() }) },
  PATTERN_WRONG: { data: z.strictObject({ codes: z.array(z.string()) }) },
  PATTERN_NAME_TAKEN: { data: z.strictObject({ name: z.string() }) },
  PATTERN_IN_USE: { data: z.strictObject({ name: z.string(), people: z.number().int() }) },
  ROTATION_NONE: { data: none },
  // Backup and restore
  BACKUP_RUNNING: { data: none },
  BACKUP_NO_PLACE: { data: none },
  BACKUP_PLACES_FULL: { data: z.strictObject({ most: z.number().int() }) },
  BACKUP_NO_ROOM: { data: z.strictObject({ place: z.string() }) },
  BACKUP_PLACE_GONE: { data: z.strictObject({ place: z.string() }) },
  BACKUP_READ_ONLY: { data: z.strictObject({ place: z.string() }) },
  BACKUP_TOO_LARGE: { data: z.strictObject({ place: z.string() }) },
  BACKUP_DIFFERS: { data: z.strictObject({ place: z.string() }) },
  BACKUP_FAILED: { data: z.strictObject({ place: z.string() }) },
  RESTORE_DAMAGED: { data: z.strictObject({ part: z.enum(['database', 'keyring', 'manifest', 'gone']) }) },
  RESTORE_NOT_DIRECTOR: { data: none },
  RESTORE_NO_ROOM: { data: z.strictObject({ megabytes: z.number().int() }) },
  RESTORE_WRONG_CENTRE: { data: z.strictObject({ centre: z.string() }) },
  RESTORE_OLDER_THAN_PACKAGE: { data: z.strictObject({ packages: z.number().int() }) },
  // Package
  NOT_A_COUNTY_KEY: { data: none },
  COUNTY_KEY_IS_SECRET: { data: none },
  PACKAGE_NOT_READY: { data: z.strictObject({ reasons: z.array(z.enum(packageRefusalKinds)) }) },
  COUNTY_CARD_UNREADABLE: { data: z.strictObject({ name: z.string() }) },
  COUNTY_CARD_OTHER: { data: z.strictObject({ found: z.string(), county: z.string() }) },
  COUNTY_CARD_OLDER: { data: none },
  COUNTY_CARD_NOT_COMPARED: { data: none },
  COUNTY_SIGNER_MISSING: { data: none },
  RECEIPT_UNREADABLE: { data: z.strictObject({ name: z.string() }) },
  RECEIPT_NOT_BY_COUNTY: { data: none },
  RECEIPT_OTHER_CENTRE: { data: z.strictObject({ found: z.string() }) },
  RECEIPT_UNKNOWN_PACKAGE: { data: z.strictObject({ epoch: z.number().int(), seq: z.number().int() }) },
  RECEIPT_KNOWN: { data: none },
  RECEIPT_OLDER: { data: z.strictObject({ seq: z.number().int() }) },
  RECEIPT_CONTRADICTS: { data: z.strictObject({ seq: z.number().int() }) },
  RESYNC_OLDER: { data: z.strictObject({ epoch: z.number().int() }) },
  CHAIN_NOT_CONTINUABLE: { data: none },
  PACKAGE_VOID: { data: z.strictObject({ seq: z.number().int() }) },
  SIGNING_KEY_MISSING: { data: none },
  NO_NEXT_KEY: { data: none },
  // Policy and payroll
  PARAMETER_WRONG: { data: z.strictObject({ key: z.string() }) },
  HOLIDAYS_UNKNOWN: { data: z.strictObject({ year: z.number().int() }) },
  PARAMETERS_MISSING: { data: z.strictObject({ keys: z.array(z.string()), day: z.string() }) },
  ATTENDANCE_NOT_CLOSED: { data: z.strictObject({ month: z.string() }) },
  PAY_TERMS_MISSING: { data: z.strictObject({ names: z.array(z.string()) }) },
  PAY_MONTH_LOCKED: { data: z.strictObject({ month: z.string() }) },
  PAY_RUN_REVIEWED: { data: z.strictObject({ month: z.string() }) },
  PAY_RUN_OPEN: { data: z.strictObject({ month: z.string() }) },
  EARLIER_PAY_OPEN: { data: z.strictObject({ month: z.string() }) },
  PAY_RUN_STATE: {
    data: z.strictObject({ state: z.enum(['draft', 'reviewed', 'locked']), reversal: z.boolean() }),
  },
  PAY_RUN_STALE: { data: z.strictObject({ names: z.array(z.string()) }) },
  PAY_RUN_REVERSED: { data: z.strictObject({ month: z.string() }) },
  NO_PAY_RUN: { data: z.strictObject({ month: z.string() }) },
  DAY_OUTSIDE_MONTH: { data: z.strictObject({ day: z.string(), month: z.string() }) },
  MONTH_OUTSIDE_YEAR: { data: z.strictObject({ month: z.string(), year: z.number().int() }) },
  // Ledger
  LEDGER_REFUSED: {
    data: z.strictObject({
      name: z.string(),
      why: z.enum(fileFaults),
      where: z.strictObject({ part: z.string(), sheet: z.string(), row: z.number().int() }),
    }),
  },
  LEDGER_NOTHING_FOUND: { data: z.strictObject({ name: z.string() }) },
  LEDGER_CHANGED: { data: none },
} as const;

export type FailureCode = keyof typeof failures;
export type FailureData = { [C in FailureCode]: z.output<(typeof failures)[C]['data']> };

/** The declared errors of one request: `.errors(refusals('BED_TAKEN'))`. */
export function refusals<const C extends FailureCode>(...codes: C[]): Pick<typeof failures, C> {
  return Object.fromEntries(codes.map((code) => [code, failures[code]])) as Pick<typeof failures, C>;
}
