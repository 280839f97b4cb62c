import type { Directory } from './directory.ts';
import { readPlainSheets, type PlainDraft } from './plain-sheets.ts';
import { readDate } from './read-date.ts';
import { readQuantity } from './read-number.ts';
import { readCode, readText } from './read-text.ts';
import { isNobody, readCondition, readSource } from './read-words.ts';
import type { LedgerSheet, PersonRef } from './records.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetContext } from './rules.ts';

export function understandDevices(
  sheets: readonly SheetContext[],
  residents: Directory,
): LedgerSheet<'devices'>[] {
  const codes = new Map<string, number>();
  return readPlainSheets('devices', sheets, (sheet, reader, isLeftOut) =>
    draftOf(sheet, reader, isLeftOut, residents, codes),
  );
}

function draftOf(
  { known, from1904, latest }: SheetContext,
  reader: RowReader,
  isLeftOut: boolean,
  residents: Directory,
  codes: Map<string, number>,
): PlainDraft<'devices'> {
  const cell = reader.cell.bind(reader);
  const code = reader.require('code', readCode(cell('code')));
  const name = reader.require('name', readText(cell('name'), 80));
  const rest = {
    model: reader.take('model', readText(cell('model'), 80), 'cell') ?? '',
    quantity: reader.take('quantity', readQuantity(cell('quantity'))) ?? assume(reader, 'quantity', 1, '1'),
    source:
      reader.take('source', readSource(cell('source'))) ?? assume(reader, 'source', 'other' as const, '其他'),
    receivedOn: reader.take('receivedOn', readDate(cell('receivedOn'), { from1904, latest })),
    holder: holderOf(reader, residents),
    condition:
      reader.take('condition', readCondition(cell('condition'))) ??
      assume(reader, 'condition', 'good' as const, '良好'),
    note: reader.take('note', readText(cell('note'), 500), 'cell') ?? '',
  };
  const print = reader.print();
  const same = code ? known.devices.get(code) : undefined;
  const recordId = known.imported(print) ?? (same && same.name === name ? same.id : null);
  if (code && !recordId && !isLeftOut) {
    const earlier = codes.get(code);
    if (same) reader.fault('code', 'duplicate-code', { other: same.name });
    else if (earlier !== undefined) reader.fault('code', 'duplicate-code', { other: String(earlier) });
    else codes.set(code, reader.row.number);
  }
  return { record: code && name ? { code, name, ...rest } : null, recordId, print };
}

/** A blank cell is taken for the usual case and listed; a cell that cannot be read is a fault and is not. */
function assume<T>(
  reader: RowReader,
  field: 'quantity' | 'source' | 'condition',
  value: T,
  shown: string,
): T {
  if (!reader.isDoubtful(field)) reader.mend(field, 'assumed', shown);
  return value;
}

function holderOf(reader: RowReader, residents: Directory): PersonRef | null {
  const cell = reader.cell('holder');
  if (isNobody(cell)) return null;
  reader.show('holder', cell.text.trim());
  const found = residents.find(cell.text);
  if (!('fault' in found)) return found.ref;
  reader.fault('holder', found.fault, { other: found.other, proposal: found.proposal });
  return null;
}
