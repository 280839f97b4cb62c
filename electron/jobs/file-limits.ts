const MEGABYTE = 1024 * 1024;

/**
 * What a clerk's workbook may be (trust.md 7.1), looked at before anything is unpacked or read. Ten years of checkups of one centre
 * (60,000 rows of 15 columns) are 10 MB as .xlsx, 34 MB unpacked, 900,000 cells, and go in.
 */
export const LIMITS = {
  bytes: 20 * MEGABYTE,
  sheets: 60,
  /** Of one sheet, rows that hold something. */
  rows: 100_000,
  /** The widest table that an old .xls can hold; a month of attendance is 40. */
  columns: 256,
  /** Of the whole workbook, cells that hold something. */
  cells: 1_000_000,
  /** Excel's own limit is 32,767; no column of a ledger takes more than a few hundred. What is longer is shown cut, as a doubt. */
  cellText: 4000,
  /** Characters of all cells together; those ten years are nine million. One long text that every cell names would be gigabytes. */
  text: 50_000_000,
  merges: 20_000,
  /** What the pack of an .xlsx says that it unpacks to. */
  unpacked: 200 * MEGABYTE,
  part: 100 * MEGABYTE,
  /** Twelve months of five sheets with their drawings, comments and printer settings are 360; trust.md's 64 would refuse them. */
  parts: 1000,
  /** Unpacked to packed: honest sheets stay under 40. Small parts may be more, a blank sheet repeats itself. */
  ratio: 100,
  ratioFrom: 10 * MEGABYTE,
} as const;

/** What the thread that reads a workbook may take. Ten years of checkups are read in three seconds of this machine's time. */
export const READING = { milliseconds: 30_000, megabytes: 512 } as const;
