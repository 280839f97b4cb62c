/** Millimetres of a landscape A4 page between its margins, and what stands on every page and on the last one besides the people. */
const PAGE = 180;
const TITLE_AND_HEAD = 27;
const COVER_ROW = 5.6;
const FOOT = 10;
const CHANGE_LINE = 4.6;
const CHANGES_IN_A_LINE = 8;
/** So many people can be read from where one stands before the wall. */
const MOST_ON_A_PAGE = 20;
const [LOWEST, HIGHEST] = [5.6, 13];

export type RosterPages = {
  readonly pages: readonly { readonly from: number; readonly to: number }[];
  /** Millimetres. */
  readonly rowHeight: number;
};

/** Shares people evenly among as few pages as they need, with the highest rows that leave the last page room for what ends it. */
export function rosterLayout(people: number, shifts: number, changes: number): RosterPages {
  const count = Math.max(1, Math.ceil(people / MOST_ON_A_PAGE));
  const each = Math.ceil(people / count);
  const pages = Array.from({ length: count }, (_, page) => ({
    from: page * each,
    to: Math.min(people, (page + 1) * each),
  }));
  const lines = changes === 0 ? 0 : Math.ceil(changes / CHANGES_IN_A_LINE) + 1;
  const ends = shifts * COVER_ROW + FOOT + lines * CHANGE_LINE;
  const room = (PAGE - TITLE_AND_HEAD - ends) / Math.max(1, each);
  return { pages, rowHeight: Math.min(HIGHEST, Math.max(LOWEST, Math.floor(room * 10) / 10)) };
}
