import type { Field } from './kinds.ts';
import type { KnownFacts } from './known.ts';
import type { RowReader } from './row-reader.ts';

/**
 * A person who is in the house already keeps the file that the house has: an import changes no record. Where the workbook says
 * something else it is listed, with what is on record, so that somebody can correct the file. What either side does not say differs
 * from nothing.
 */
export function compareWithRecord(reader: RowReader, written: KnownFacts, recorded: KnownFacts): void {
  for (const [field, before] of Object.entries(recorded) as [Field, string | undefined][]) {
    const now = written[field];
    if (!before || !now || before === now || reader.isDoubtful(field)) continue;
    reader.fault(field, 'differs-from-record', { effect: 'cell', other: before });
  }
}
