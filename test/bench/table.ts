export type Column<Row> = {
  readonly head: string;
  readonly cell: (row: Row) => string | number | null;
  /** Digits after the point for numbers. */
  readonly digits?: number;
};

/** A table in plain text: numbers to the right, words to the left, a dash for what is not known. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    columns.map(({ cell, digits }) => {
      const value = cell(row);
      if (value === null) return { text: '–', right: true };
      if (typeof value === 'string') return { text: value, right: false };
      const text = digits === undefined ? String(value) : value.toFixed(digits);
      return { text, right: true };
    }),
  );
  const widths = columns.map(({ head }, index) =>
    Math.max(head.length, ...cells.map((row) => row[index]?.text.length ?? 0)),
  );
  const heads = columns.map(({ head }, index) => head.padStart(widths[index] ?? 0));
  const lines = cells.map((row) =>
    row
      .map(({ text, right }, index) =>
        right ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0),
      )
      .join('  '),
  );
  return [heads.join('  '), widths.map((width) => '-'.repeat(width)).join('  '), ...lines].join('\n');
}
