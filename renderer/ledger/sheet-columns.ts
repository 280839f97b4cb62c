import type { LedgerPreview } from '../../shared/ledger/contract.ts';
import type { EntryColumn } from '../kit/entry.ts';

type Sheet = LedgerPreview['sheets'][number];
export type SheetRow = Sheet['rows'][number];

const WIDTHS: Readonly<Record<string, number>> = {
  serial: 52,
  sex: 56,
  nationalId: 184,
  certificateNo: 208,
  address: 136,
  hardship: 136,
  careLevel: 112,
  kinship: 112,
  bankCard: 192,
  residents: 144,
  code: 104,
  name: 104,
  note: 120,
  holder: 80,
  day: 136,
  phone: 112,
  guardianPhone: 112,
  admittedOn: 120,
  startedOn: 120,
  receivedOn: 120,
  healthCertificateUntil: 120,
};

/** The columns of a sheet with its own headings, as wide as what usually stands in them. */
export function sheetColumns(sheet: Sheet): EntryColumn<SheetRow>[] {
  return sheet.columns.map(({ field, heading }, index) => ({
    key: field,
    title: heading.split('/').at(-1) ?? heading,
    width: WIDTHS[field] ?? (field.startsWith('day-') ? 36 : 88),
    value: ({ raw }) => raw[index] ?? '',
    ...(field === 'serial' || field === 'total' ? { kind: 'readonly' as const } : {}),
  }));
}
