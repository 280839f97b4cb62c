import { day } from '../../shared/calendar/day.ts';
import type { ComplaintFacts } from '../../shared/complaints/contract.ts';
import { put } from './october.ts';
import type { Client, TestHouse } from './house.ts';

/** The id of who is signed in at this window. */
export async function idOf(client: Client): Promise<string> {
  const { me } = await client.people.state({});
  return me?.id ?? '';
}

/** Two caregivers and a resident, as far as a complaint needs them. */
export function peopleOf(house: TestHouse): void {
  const recorded = { recorded_at: '2026-10-01T01:00:00.000Z', recorded_by: 'test' };
  const person = { sex: 'female', pinyin: 'x', initials: 'x', ...recorded };
  for (const [id, name, national_id, birth_on] of [
    ['c1', '冯明', '411799196907049692', '1969-07-04'],
    ['c2', '谢雪', '411799197004087369', '1970-04-08'],
  ] as const) {
    const work = { poor_household: 0, started_on: '2026-01-01' };
    put(house, 'caregiver', { id, name, national_id, birth_on, ...work, ...person });
  }
  put(house, 'resident', {
    id: 'r1',
    name: '孙春生',
    ...person,
    standing: 'provisional',
    admitted_on: '2026-01-05',
  });
}

/** What a nurse types when a resident says that a caregiver hit him; `doer` is who listened. */
export const aComplaint = (doer: string, change: Partial<ComplaintFacts> = {}): ComplaintFacts => ({
  happenedOn: day('2026-10-30'),
  happenedTime: '午饭后',
  place: '201 房间',
  residentId: null,
  residentName: '孙春生',
  concernKind: 'caregiver',
  concernId: 'c1',
  concernName: '',
  kind: 'violence',
  teller: 'resident',
  tellerName: '孙春生',
  said: '说她用拖鞋打了他的手背',
  doneAtOnce: '换人护理，检查手背没有伤',
  doer,
  ...change,
});

/** Every cell of every row as one text: what somebody with the key could read with a tool. */
export function everyCell(house: TestHouse): string {
  const tables = house.raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all() as string[];
  return tables
    .flatMap((table) => house.raw.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][])
    .flat()
    .map((cell) => (Buffer.isBuffer(cell) ? cell.toString('latin1') + cell.toString('utf8') : String(cell)))
    .join('\n');
}
