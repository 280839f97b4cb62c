import { daysOf, type Month } from '../../shared/calendar/day.ts';
import type { TestHouse } from './house.ts';

/**
 * Lays a draft by hand, so that a test or a paper does not wait for the generator. `rhythm`: what a person (from 0, in the order of ids)
 * works on a day (from 0). Gives back the id of the draft.
 */
export function layRoster(
  { raw }: Pick<TestHouse, 'raw'>,
  month: Month,
  rhythm: (person: number, day: number) => string | null,
  version = 1,
): string {
  const id = `${month}-v${version}`;
  const people = raw.prepare('SELECT id FROM caregiver ORDER BY rowid').pluck().all() as string[];
  raw
    .prepare(
      `INSERT INTO roster (id, month, version, state, seed, made_at, made_by) VALUES (?, ?, ?, 'draft', 1, '2026-10-20T08:00:00.000Z', '')`,
    )
    .run(id, month, version);
  const cell = raw.prepare(
    'INSERT INTO roster_cell (roster_id, caregiver_id, day, shift_code) VALUES (?, ?, ?, ?)',
  );
  raw.transaction(() => {
    for (const [day, on] of daysOf(month).entries())
      for (const [person, caregiver] of people.entries()) cell.run(id, caregiver, on, rhythm(person, day));
  })();
  return id;
}
