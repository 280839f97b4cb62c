import type { TestHouse } from './house.ts';

/** Puts caregivers and residents into the house as the import leaves them: two residents each, in order. */
export function withStaff(
  house: Pick<TestHouse, 'raw'>,
  { caregivers = 19, residents = 38, startedOn = '2024-01-01' } = {},
) {
  const { raw } = house;
  const director = (raw.prepare(`SELECT id FROM account WHERE role = 'director'`).get() as { id: string }).id;
  const at = '2026-10-31T08:00:00.000Z';
  const names = { caregivers: [] as string[], residents: [] as string[] };
  for (let index = 1; index <= caregivers; index++) {
    const id = `c${String(index).padStart(2, '0')}`;
    names.caregivers.push(id);
    raw
      .prepare(
        `INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
         VALUES (?, ?, ?, ?, 'female', ?, '1980-01-01', 0, ?, ?, ?)`,
      )
      .run(
        id,
        `护理${index}`,
        `huli${index}`,
        `hl${index}`,
        `4117991980010${String(index).padStart(5, '0')}`,
        startedOn,
        at,
        director,
      );
  }
  for (let index = 1; index <= residents; index++) {
    const id = `r${String(index).padStart(2, '0')}`;
    names.residents.push(id);
    const room = String(101 + Math.floor((index - 1) / 2));
    raw
      .prepare(
        `INSERT INTO resident (id, name, pinyin, initials, sex, national_id, admitted_on, standing, recorded_at, recorded_by)
         VALUES (?, ?, ?, ?, 'male', ?, '2024-01-01', 'registered', ?, ?)`,
      )
      .run(
        id,
        `住户${index}`,
        `zhuhu${index}`,
        `zh${index}`,
        `4117991950010${String(index).padStart(5, '0')}`,
        at,
        director,
      );
    const number = ((index - 1) % 2) + 1;
    raw
      .prepare(
        `INSERT INTO bed (id, room, number, label, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(`b${id}`, room, number, `${room}-${number}`, at, director);
    raw
      .prepare(
        `INSERT INTO stay (id, resident_id, bed_id, starts_on, recorded_at, recorded_by) VALUES (?, ?, ?, '2024-01-01', ?, ?)`,
      )
      .run(`s${id}`, id, `b${id}`, at, director);
    const caregiver = names.caregivers[Math.floor((index - 1) / 2)];
    if (caregiver !== undefined) {
      raw
        .prepare(
          `INSERT INTO pairing (id, caregiver_id, resident_id, starts_on, recorded_at, recorded_by) VALUES (?, ?, ?, '2024-01-01', ?, ?)`,
        )
        .run(`p${id}`, caregiver, id, at, director);
    }
  }
  return names;
}
