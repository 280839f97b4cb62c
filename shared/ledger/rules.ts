import type { Day, Month } from '../calendar/day.ts';
import type { Edits } from './edits.ts';
import type { KnownHouse } from './known.ts';
import type { Layout } from './layout.ts';

/** What every reader of rows must know beside the row itself. */
export type SheetContext = {
  readonly name: string;
  readonly layout: Layout;
  readonly edits: Edits;
  readonly known: KnownHouse;
  readonly from1904: boolean;
  /** Nothing that has happened can be dated after it: today, or the end of the ledger's month when the clock is behind. */
  readonly latest: Day;
  readonly month: Month | null;
};
