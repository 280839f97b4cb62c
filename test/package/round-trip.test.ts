import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { month } from '../../shared/calendar/day.ts';
import { inspect } from '../../shared/package/inspect.ts';
import { faultsIn } from '../../shared/package/rows.ts';
import { tableNames, tableOf, type Row, type TableName, type Tables } from '../../shared/package/tables.ts';
import { anyMonth } from '../support/any-month.ts';
import { count, seed } from '../support/counts.ts';
import { aFullMonth } from '../support/full-month.ts';
import { aDesk, aStatement, IDENTITY, sealed } from '../support/packages.ts';

const OCTOBER = month('2026-10');
const MONTHS = count('package-round-trip', 300, 5000);

/** The months of many centres as a county merges them: one row for each key, nothing that did not come in a package. */
function merged(arrived: readonly { readonly centre: string; readonly tables: Tables }[]) {
  const county = new Map<string, Row>();
  for (const { centre, tables } of arrived) {
    for (const name of tableNames) for (const row of tables[name]) county.set(keyOf(centre, name, row), row);
  }
  return county;
}
const keyOf = (centre: string, name: TableName, row: Row) =>
  [centre, name, ...tableOf(name).key.map((field) => String(row[field]))].join(' ');

describe('a month', () => {
  it(
    `arrives as it was sent, and the county's merged months are those of the centres: ${MONTHS} random months`,
    { timeout: 3_600_000 },
    async () => {
      const arrived: { centre: string; tables: Tables }[] = [];
      const expected = new Map<string, Row>();
      await fc.assert(
        fc.asyncProperty(anyMonth(OCTOBER), async (sent) => {
          expect(faultsIn(sent, OCTOBER)).toEqual([]);
          const file = await sealed(aStatement({}, sent).archive);
          const inspection = inspect(await openPackage(file, [IDENTITY]), aDesk());
          if (inspection.verdict === 'refused')
            throw new Error(`${inspection.code} ${JSON.stringify(inspection.facts)}`);
          const centre = String(arrived.length);
          arrived.push({ centre, tables: inspection.tables });
          const month = merged([{ centre, tables: inspection.tables }]);
          let rows = 0;
          for (const name of tableNames) {
            rows += sent[name].length;
            for (const row of sent[name]) {
              expect(month.get(keyOf(centre, name, row))).toEqual(row);
              expected.set(keyOf(centre, name, row), row);
            }
          }
          expect(month.size).toBe(rows);
        }),
        { numRuns: MONTHS, seed: seed('package-round-trip') },
      );
      expect(arrived.length).toBeGreaterThanOrEqual(MONTHS);
      expect(merged(arrived)).toEqual(expected);
    },
  );

  it('gives the same bytes in whatever order its rows were read', () => {
    const sent = aFullMonth(40);
    const turned = Object.fromEntries(
      tableNames.map((name) => [name, sent[name].toReversed()]),
    ) as unknown as Tables;
    expect(aStatement({}, turned).archive).toEqual(aStatement({}, sent).archive);
  });
});
