import type { Kysely } from 'kysely';
import { rosterQueries, type RosterCellRow } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import type { Day, Month } from '../../shared/calendar/day.ts';
import type { RosterHead, RosterView } from '../../shared/roster/contract.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { Cell, Lock, Roster, RosterModel } from '../../shared/roster/model.ts';
import { rosterFacts } from './roster-facts.ts';

/** What one roster looks like with the facts of its month; without a roster, the facts alone. */
export async function rosterView(
  db: Kysely<Schema>,
  month: Month,
  rosterId: string | null,
): Promise<RosterView> {
  const queries = rosterQueries(db);
  const versions = (await queries.versions(month)).map(
    ({
      id,
      version,
      state,
      seed,
      made_at,
      maker,
      made_by,
      published_at,
      publisher,
      published_by,
    }): RosterHead => ({
      id,
      month,
      version,
      state,
      seed,
      madeAt: made_at,
      madeBy: maker ?? made_by,
      publishedAt: published_at,
      publishedBy: publisher ?? published_by,
    }),
  );
  const rows = rosterId === null ? [] : await queries.cells(rosterId);
  const facts = await rosterFacts(db, month, locksOf(rows), usedCodes(rows));
  const cells = cellsOf(facts.model, rows);
  return {
    month,
    roster: versions.find((version) => version.id === rosterId) ?? null,
    versions,
    model: facts.model,
    people: facts.people,
    holidays: facts.holidays,
    cells,
    ...(rosterId === null ? { hard: 0, open: 0 } : judge(facts.model, cells)),
  };
}

/** How many breaches and open slots a roster has. */
export function judge(model: RosterModel, roster: Roster): { hard: number; open: number } {
  const { hard, violations } = evaluate(model, roster);
  const missing = violations.filter((found) => found.rule === 'coverMissing');
  return { hard, open: missing.reduce((sum, found) => sum + found.amount, 0) };
}

export function locksOf(rows: readonly RosterCellRow[]): Lock[] {
  return rows
    .filter((row) => row.locked === 1)
    .map((row) => ({ person: row.caregiver_id, day: row.day as Day, shift: row.shift_code }));
}

export function usedCodes(rows: readonly RosterCellRow[]): Set<string> {
  return new Set(rows.flatMap((row) => row.shift_code ?? []));
}

export function cellsOf(model: RosterModel, rows: readonly RosterCellRow[]): Record<string, Cell[]> {
  const known = new Map(rows.map((row) => [`${row.caregiver_id} ${row.day}`, row.shift_code]));
  return Object.fromEntries(
    model.people.map(({ id }) => [id, model.days.map((day) => known.get(`${id} ${day}`) ?? null)]),
  );
}
