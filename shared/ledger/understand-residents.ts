import { isCitizenId, type CitizenId } from '../identity/citizen-id.ts';
import type { Certificate } from '../identity/certificate.ts';
import { rowKey } from './edits.ts';
import type { Layout } from './layout.ts';
import { readBed, readRoomAndBed } from './read-bed.ts';
import { readDate } from './read-date.ts';
import { readCertificateNumber, readNationalId, readPhone } from './read-identity.ts';
import { readHardship, readName, readText } from './read-text.ts';
import {
  disabilityWord,
  levelWord,
  readCareLevel,
  readDisability,
  readLevel,
  readSex,
  sexWord,
} from './read-words.ts';
import type { LedgerRow, LedgerSheet, ResidentRecord } from './records.ts';
import { crossCheckResidents } from './resident-cross-checks.ts';
import type { ResidentDraft } from './resident-draft.ts';
import { RowReader } from './row-reader.ts';
import type { SheetContext } from './rules.ts';

type Sheet = SheetContext & { readonly layout: Layout };

/** Reads the residents of all resident sheets and holds them against each other and against the house. */
export function understandResidents(sheets: readonly Sheet[]): LedgerSheet<'residents'>[] {
  const drafts = sheets.map((sheet) =>
    sheet.layout.body.map((row) => draftOf(sheet, new RowReader(sheet.name, sheet.layout, row, sheet.edits))),
  );
  const [first] = sheets;
  if (first) crossCheckResidents(drafts.flat(), first.known);
  return sheets.map((sheet, index) => ({
    name: sheet.name,
    kind: 'residents',
    month: sheet.month,
    columns: sheet.layout.columns.map(({ field, heading }) => ({ field, heading })),
    unused: sheet.layout.unused,
    skipped: sheet.layout.skipped,
    rows: (drafts[index] ?? []).map((draft) => finish(draft, sheet)),
  }));
}

function draftOf(sheet: Sheet, reader: RowReader): ResidentDraft {
  const { latest, from1904 } = sheet;
  const cell = reader.cell.bind(reader);
  const name = reader.require('name', readName(cell('name')));
  const id = reader.require('nationalId', readNationalId(cell('nationalId'), latest));
  const certificate = reader.take('certificateNo', readCertificateNumber(cell('certificateNo')));
  if (reader.has('certificateNo') && !certificate && !reader.isDoubtful('certificateNo')) {
    reader.fault('certificateNo', 'missing', { effect: 'cell' });
  }
  proposeIdOfCertificate(reader, certificate);
  const admittedOn = reader.require('admittedOn', readDate(cell('admittedOn'), { from1904, latest }));
  if (admittedOn && id && admittedOn < id.birthOn) reader.fault('admittedOn', 'impossible-date');
  const bed = reader.has('bed')
    ? reader.take('bed', readBed(cell('bed')))
    : reader.take('room', readRoomAndBed(cell('room'), cell('bedNumber')));
  const print = reader.print();
  return {
    sheet: sheet.name,
    reader,
    print,
    name,
    id,
    certificate,
    bed,
    leftOut: sheet.edits.decisions.get(rowKey(sheet.name, reader.row.number)) === 'leave-out',
    recordId: sheet.known.imported(print),
    rest: {
      sex: sexOf(reader, id),
      birthOn: birthOf(reader, id, sheet),
      disability: disabilityOf(reader, certificate),
      disabilityLevel: levelOf(reader, certificate),
      address: reader.take('address', readText(cell('address'), 200), 'cell') ?? '',
      hardship: reader.take('hardship', readHardship(cell('hardship'))),
      careLevel: reader.take('careLevel', readCareLevel(cell('careLevel'))),
      guardianName: reader.take('guardianName', readText(cell('guardianName'), 40), 'cell') ?? '',
      guardianRelation: reader.take('guardianRelation', readText(cell('guardianRelation'), 40), 'cell') ?? '',
      guardianPhone: reader.take('guardianPhone', readPhone(cell('guardianPhone')), 'cell') ?? '',
      admittedOn: reader.isDoubtful('admittedOn') ? null : admittedOn,
      note: reader.take('note', readText(cell('note'), 500), 'cell') ?? '',
    },
  };
}

/** The certificate number begins with the ID: where the ID itself cannot be right, that is what it probably should be. */
function proposeIdOfCertificate(reader: RowReader, certificate: Certificate | null): void {
  const at = reader.faults.findIndex(({ field }) => field === 'nationalId');
  const fault = reader.faults[at];
  if (!fault || fault.proposal || !certificate || !isCitizenId(certificate.nationalId)) return;
  reader.faults[at] = { ...fault, proposal: { text: certificate.nationalId, why: 'certificate' } };
}

function sexOf(reader: RowReader, id: CitizenId | null): ResidentRecord['sex'] {
  const written = reader.take('sex', readSex(reader.cell('sex')));
  if (reader.isDoubtful('sex')) return null;
  if (written === null && id) reader.mend('sex', 'from-id', sexWord(id.sex));
  if (written === null || !id || id.sex === written) return written ?? id?.sex ?? null;
  reader.fault('sex', 'sex-id-mismatch', { proposal: { text: sexWord(id.sex), why: 'id' } });
  return null;
}

function birthOf(
  reader: RowReader,
  id: CitizenId | null,
  { from1904, latest }: Sheet,
): ResidentRecord['birthOn'] {
  const written = reader.take(
    'birthOn',
    readDate(reader.cell('birthOn'), { from1904, latest }),
    id ? 'cell' : 'row',
  );
  if (written && id && written !== id.birthOn) {
    reader.fault('birthOn', 'birth-id-mismatch', { proposal: { text: id.birthOn, why: 'id' } });
    return null;
  }
  return id?.birthOn ?? written;
}

function disabilityOf(reader: RowReader, certificate: Certificate | null): ResidentRecord['disability'] {
  const written = reader.take('disability', readDisability(reader.cell('disability')));
  if (reader.isDoubtful('disability') || !certificate) return written;
  if (written === null) reader.mend('disability', 'from-certificate', disabilityWord(certificate.disability));
  if (written === null || written === certificate.disability) return certificate.disability;
  reader.fault('disability', 'cert-category-mismatch', {
    proposal: { text: disabilityWord(certificate.disability), why: 'certificate' },
  });
  return null;
}

function levelOf(reader: RowReader, certificate: Certificate | null): ResidentRecord['disabilityLevel'] {
  const written = reader.take('disabilityLevel', readLevel(reader.cell('disabilityLevel')));
  if (reader.isDoubtful('disabilityLevel') || !certificate) return written;
  if (written === null) reader.mend('disabilityLevel', 'from-certificate', levelWord(certificate.level));
  if (written === null || written === certificate.level) return certificate.level;
  reader.fault('disabilityLevel', 'cert-level-mismatch', {
    proposal: { text: levelWord(certificate.level), why: 'certificate' },
  });
  return null;
}

function finish(draft: ResidentDraft, { name: sheet, edits }: Sheet): LedgerRow<'residents'> {
  const { reader, recordId, name } = draft;
  const decision = edits.decisions.get(rowKey(sheet, reader.row.number));
  const mayBeProvisional = name !== null && !reader.faults.some(({ kind }) => kind === 'in-doubt-already');
  const state = recordId
    ? 'already'
    : decision === 'leave-out'
      ? 'left-out'
      : !reader.isDoubtful()
        ? 'new'
        : decision === 'provisional' && mayBeProvisional
          ? 'provisional'
          : 'doubtful';
  return {
    sheet,
    row: reader.row.number,
    name,
    hidden: reader.row.hidden ?? false,
    raw: reader.raw(),
    before: reader.before(),
    shown: reader.shown(),
    print: draft.print,
    // A row that is in the house already asks nothing of anybody; what it says differently is named.
    faults: recordId ? reader.faults.filter(({ kind }) => kind === 'differs-from-record') : reader.faults,
    mends: recordId ? [] : reader.mends,
    state,
    mayBeProvisional,
    record: recordOf(draft),
    recordId,
  };
}

function recordOf({ reader, name, id, certificate, bed, rest }: ResidentDraft): ResidentRecord | null {
  if (name === null) return null;
  return {
    ...rest,
    name,
    nationalId: reader.isDoubtful('nationalId') ? null : (id?.number ?? null),
    birthOn: reader.isDoubtful('nationalId') && !reader.has('birthOn') ? null : rest.birthOn,
    certificateNo: reader.isDoubtful('certificateNo') ? null : (certificate?.number ?? null),
    bed: reader.isDoubtful('bed') || reader.isDoubtful('room') ? null : bed,
  };
}
