import { ageOn } from '../calendar/day.ts';
import type { CitizenId } from '../identity/citizen-id.ts';
import { compareWithRecord } from './compare-with-record.ts';
import { Directory } from './directory.ts';
import { rowKey } from './edits.ts';
import { caregiverFacts } from './known-facts.ts';
import { readDate } from './read-date.ts';
import { readBankCard, readNationalId, readPhone } from './read-identity.ts';
import { readName, readNames, readText } from './read-text.ts';
import { readYuan } from './read-number.ts';
import { readEngagement, readInsurance, readSex, readYesNo, sexWord } from './read-words.ts';
import type { CaregiverRecord, LedgerRow, LedgerSheet, PersonRef } from './records.ts';
import { RowReader } from './row-reader.ts';
import type { SheetContext } from './rules.ts';

type Draft = {
  readonly reader: RowReader;
  readonly name: string | null;
  readonly id: CitizenId | null;
  record: CaregiverRecord | null;
  recordId: string | null;
  readonly print: string;
};

export function understandCaregivers(
  sheets: readonly SheetContext[],
  residents: Directory,
): LedgerSheet<'caregivers'>[] {
  const numbers = new Map<string, Draft>();
  const paired = new Set<string>(sheets[0]?.known.paired);
  return sheets.map((sheet) => ({
    name: sheet.name,
    kind: 'caregivers',
    month: sheet.month,
    columns: sheet.layout.columns.map(({ field, heading }) => ({ field, heading })),
    unused: sheet.layout.unused,
    skipped: sheet.layout.skipped,
    rows: sheet.layout.body.map((row) => {
      const draft = draftOf(
        sheet,
        new RowReader(sheet.name, sheet.layout, row, sheet.edits),
        residents,
        paired,
      );
      holdAgainstOthers(draft, sheet, numbers);
      return finish(draft, sheet);
    }),
  }));
}

function draftOf(sheet: SheetContext, reader: RowReader, residents: Directory, paired: Set<string>): Draft {
  const { from1904, latest } = sheet;
  const cell = reader.cell.bind(reader);
  const name = reader.require('name', readName(cell('name')));
  const id = reader.require('nationalId', readNationalId(cell('nationalId'), latest));
  const sex = sexOf(reader, id);
  const startedOn = reader.require('startedOn', readDate(cell('startedOn'), { from1904, latest }));
  const record = {
    address: reader.take('address', readText(cell('address'), 200), 'cell') ?? '',
    phone: reader.take('phone', readPhone(cell('phone')), 'cell') ?? '',
    poorHousehold:
      reader.take('poorHousehold', readYesNo(cell('poorHousehold'))) ??
      assume(reader, 'poorHousehold', false, '否'),
    kinship: kinshipOf(reader),
    healthCertificateUntil: reader.take(
      'healthCertificateUntil',
      readDate(cell('healthCertificateUntil'), { from1904, latest: null }),
      'cell',
    ),
    baseWage: reader.has('baseWage')
      ? reader.require('baseWage', readYuan(cell('baseWage')), wageEffect(reader))
      : null,
    engagement:
      reader.take('engagement', readEngagement(cell('engagement'))) ?? usualEngagement(reader, id, latest),
    insured: reader.take('insurance', readInsurance(cell('insurance'))),
    bankCard: reader.take('bankCard', readBankCard(cell('bankCard')), 'cell') ?? '',
    residents: residentsOf(reader, residents, paired, sheet),
    note: reader.take('note', readText(cell('note'), 500), 'cell') ?? '',
  };
  const print = reader.print();
  const whole =
    name && id && sex && startedOn
      ? { ...record, name, nationalId: id.number, birthOn: id.birthOn, sex, startedOn }
      : null;
  return { reader, name, id, record: whole, recordId: sheet.known.imported(print), print };
}

function sexOf(reader: RowReader, id: CitizenId | null): CaregiverRecord['sex'] | null {
  const written = reader.take('sex', readSex(reader.cell('sex')));
  if (reader.isDoubtful('sex') || !id) return written;
  if (written === null) reader.mend('sex', 'from-id', sexWord(id.sex));
  else if (written !== id.sex) {
    reader.fault('sex', 'sex-id-mismatch', { proposal: { text: sexWord(id.sex), why: 'id' } });
    return null;
  }
  return id.sex;
}

/** Nothing written about pay is pay to be agreed; something unreadable must be read first. */
function wageEffect(reader: RowReader): 'row' | 'cell' {
  return reader.cell('baseWage').text.trim() === '' ? 'cell' : 'row';
}

function assume<T>(reader: RowReader, field: 'poorHousehold' | 'engagement', value: T, shown: string): T {
  // Only what stands blank is assumed, and it is listed; a sheet without the column says nothing either way.
  if (!reader.isDoubtful(field)) reader.mend(field, 'assumed', shown);
  return value;
}

function kinshipOf(reader: RowReader): string {
  const text = reader.take('kinship', readText(reader.cell('kinship'), 100), 'cell') ?? '';
  return /^(无|否|没有|非亲属|-|\/)$/.test(text) ? '' : text;
}

/** Above these ages everybody is past retirement, whatever the steps of the gradual delay of 2025 (决定 of 2024-09-13). */
const CERTAINLY_RETIRED = { male: 63, female: 58 } as const;

/** Where the workbook has no word on it: a labour contract, as the law presumes, or over-age work where the age leaves no choice. */
function usualEngagement(
  reader: RowReader,
  id: CitizenId | null,
  latest: SheetContext['latest'],
): CaregiverRecord['engagement'] {
  const isRetired = id !== null && ageOn(id.birthOn, latest) >= CERTAINLY_RETIRED[id.sex];
  return isRetired
    ? assume(reader, 'engagement', 'over-age', '超龄用工')
    : assume(reader, 'engagement', 'employment', '劳动合同');
}

function residentsOf(
  reader: RowReader,
  residents: Directory,
  paired: Set<string>,
  sheet: SheetContext,
): PersonRef[] {
  const names = reader.take('residents', readNames(reader.cell('residents'), residents.knows), 'cell') ?? [];
  if (sheet.edits.decisions.get(rowKey(sheet.name, reader.row.number)) === 'leave-out') return [];
  // A caregiver of the house keeps the residents that the house's own pairing says; those are hers, not taken twice.
  const isHere = sheet.known.imported(reader.print()) !== null || isKnown(reader, sheet);
  return names.flatMap((name) => {
    const found = residents.find(name);
    if ('fault' in found) {
      reader.fault('residents', found.fault, {
        effect: 'cell',
        other: found.other || name,
        proposal: found.proposal,
      });
      return [];
    }
    const key = 'id' in found.ref ? found.ref.id : rowKey(found.ref.sheet, found.ref.row);
    if (isHere) return [found.ref];
    if (paired.has(key)) {
      reader.fault('residents', 'paired-twice', { effect: 'cell', other: name });
      return [];
    }
    paired.add(key);
    return [found.ref];
  });
}

function isKnown(reader: RowReader, { known, latest }: SheetContext): boolean {
  const number = readNationalId(reader.cell('nationalId'), latest).value?.number;
  return known.caregivers.some((one) => one.nationalId === number);
}

function holdAgainstOthers(
  draft: Draft,
  { known, name: sheet, edits }: SheetContext,
  numbers: Map<string, Draft>,
): void {
  const { reader, id, name } = draft;
  if (draft.recordId || !id || edits.decisions.get(rowKey(sheet, reader.row.number)) === 'leave-out') return;
  const same = known.caregivers.find((one) => one.nationalId === id.number);
  const earlier = numbers.get(id.number);
  if (same && same.name === name) {
    draft.recordId = same.id;
    if (draft.record) compareWithRecord(reader, caregiverFacts(draft.record), same.facts);
  } else if (same) reader.fault('nationalId', 'duplicate-id', { other: same.name });
  else if (earlier)
    reader.fault('nationalId', 'duplicate-id', {
      other: `${earlier.name ?? ''}（${earlier.reader.row.number}）`,
    });
  else numbers.set(id.number, draft);
}

function finish(
  { reader, name, record, recordId, print }: Draft,
  { name: sheet, edits }: SheetContext,
): LedgerRow<'caregivers'> {
  const isLeftOut = edits.decisions.get(rowKey(sheet, reader.row.number)) === 'leave-out';
  return {
    sheet,
    row: reader.row.number,
    name,
    hidden: reader.row.hidden ?? false,
    raw: reader.raw(),
    before: reader.before(),
    shown: reader.shown(),
    print,
    faults: recordId ? reader.faults.filter(({ kind }) => kind === 'differs-from-record') : reader.faults,
    mends: recordId ? [] : reader.mends,
    state: recordId
      ? 'already'
      : isLeftOut
        ? 'left-out'
        : reader.isDoubtful() || !record
          ? 'doubtful'
          : 'new',
    mayBeProvisional: false,
    record,
    recordId,
  };
}
