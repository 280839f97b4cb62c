import type { Database } from 'better-sqlite3';

/** Columns that hold what people wrote: names, notes, reasons, places. */
const written =
  /(?:^|_)(?:name|note|reason|label|room|address|kinship|relation|model|place|raw|before|after|detail|object|township|county|remarks|source|said_by|pinyin|certificate_no)$/;
/** What is read as a code or as JSON by the program, and is never anybody's text. */
const coded =
  /^(?:setting|parameter|holiday|attendance|correction\.field|package|centre\.|account\.|shift_type\.)/;

/**
 * Writes one of these texts, in turn, into every free text of the database, past all checks of input: whatever way it might have come
 * in, a page, a paper or a workbook must take it for text. Gives back the places, as table.column; those whose own rules refuse any
 * such text are left out.
 * @param spared what the program reads as a code, as table.column; a test that asks no page may spare less
 */
export function plant(raw: Database, texts: readonly string[], spared = coded): string[] {
  // Facts are protected from being overwritten by triggers; here it is the reader that is tried.
  for (const { name } of raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
  }[])
    raw.exec(`DROP TRIGGER "${name}"`);
  const columns = raw
    .prepare(
      `SELECT m.name AS "table", p.name AS "column" FROM sqlite_master m, pragma_table_info(m.name) p
       WHERE m.type = 'table' AND p.type = 'TEXT' AND p.pk = 0 ORDER BY 1, 2`,
    )
    .all() as { table: string; column: string }[];
  let turn = 0;
  return columns.flatMap(({ table, column }) => {
    const place = `${table}.${column}`;
    if (!written.test(column) || spared.test(place)) return [];
    const keys = raw
      .prepare(`SELECT name FROM pragma_table_info(?) WHERE pk > 0`)
      .pluck()
      .all(table) as string[];
    const found = keys.map((key) => `"${key}" = ?`).join(' AND ');
    const put = raw.prepare(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE ${found}`);
    const rows = raw
      .prepare(`SELECT ${keys.map((key) => `"${key}"`).join(', ')} FROM "${table}"`)
      .raw()
      .all();
    let changed = 0;
    for (const key of rows as unknown[][]) {
      turn += 1;
      changed += attempt(() => put.run(texts[turn % texts.length], ...key).changes);
    }
    return changed > 0 ? [place] : [];
  });
}

function attempt(change: () => number): number {
  try {
    return change();
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
      return 0;
    throw error;
  }
}
