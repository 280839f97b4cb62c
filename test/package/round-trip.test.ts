import { describe, expect, it } from 'vitest';
import { addDays, firstDay, month } from '../../shared/calendar/day.ts';
import { inspect } from '../../shared/package/inspect.ts';
import { tableNames, type Row, type Tables } from '../../shared/package/tables.ts';
import { aDesk, aStatement, seeded } from '../support/packages.ts';

const OCTOBER = month('2026-10');
const SURNAMES = '王李张刘陈杨赵黄周吴孙𠮷㐂';

/** A random month that a centre could have, with as many people as `size`; rows in no order. */
function aMonth(random: () => number, size: number): Tables {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = (most: number) => Math.floor(random() * most);
  const maybe = <T>(value: T): T | null => (random() < 0.3 ? null : value);
  const day = () => addDays(firstDay(OCTOBER), number(31));
  const ids = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index}-${number(1e6)}`);
  const name = () => pick([...SURNAMES]) + pick([...'春秋小国文雪']) + pick([...'生燕珍华', '·阿里']);
  const [people, helpers] = [ids('r', size), ids('c', Math.ceil(size / 2))];
  const shuffled = <T>(rows: T[]) =>
    rows
      .map((row) => ({ row, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ row }) => row);
  const days = <T extends Row>(row: (helper: string, on: string) => T) =>
    helpers.flatMap((helper) =>
      Array.from({ length: 31 }, (_, index) => row(helper, addDays(firstDay(OCTOBER), index))),
    );
  return {
    residents: shuffled(
      people.map((id): Row => ({
        id,
        name: name(),
        sex: pick(['male', 'female']),
        national_id: `411799${19_300_101 + number(900_000)}${String(number(1000)).padStart(3, '0')}${pick([...'0123456789X'])}`,
        certificate_no: null,
        disability: maybe(pick(['visual', 'physical', 'mental'])),
        disability_level: maybe(1 + number(4)),
        hardship: maybe('低保'),
        care_level: maybe('full'),
        admitted_on: '2024-02-29',
        left_on: maybe(day()),
      })),
    ),
    caregivers: shuffled(
      helpers.map((id): Row => ({
        id,
        name: name(),
        sex: 'female',
        poor_household: random() < 0.5,
        started_on: '2024-01-01',
        ended_on: null,
      })),
    ),
    stays: people.map((id, index): Row => ({
      id: `s${index}`,
      resident_id: id,
      bed: `${101 + index}-1`,
      starts_on: '2024-02-29',
      ends_on: null,
    })),
    devices: ids('d', number(40)).map((id): Row => ({
      id,
      code: `FJ-${number(999)}`,
      name: '轮椅',
      source: 'fukang',
      quantity: 1 + number(3),
      condition: 'good',
      resident_id: people.length > 0 ? maybe(pick(people)) : null,
    })),
    pairings:
      helpers.length > 0
        ? people.map((id, index): Row => ({
            id: `p${index}`,
            caregiver_id: pick(helpers),
            resident_id: id,
            starts_on: '2024-03-01',
            ends_on: null,
          }))
        : [],
    checkups: shuffled(
      people.flatMap((id, index) =>
        [0, 1].map((round): Row => ({ id: `k${index}-${round}`, resident_id: id, day: day() })),
      ),
    ),
    roster: shuffled(days((helper, on): Row => ({ caregiver_id: helper, day: on, shift: maybe('D') }))),
    attendance: shuffled(
      days((helper, on): Row => ({
        caregiver_id: helper,
        day: on,
        mark: pick(['day', 'night', 'rest', 'sick']),
      })),
    ),
    pay: helpers.map((id, index): Row => {
      const [gross, deduction, tax] = [number(500_000), number(50_000), number(20_000)];
      return {
        id: `l${index}`,
        run: 1,
        kind: 'regular',
        caregiver_id: id,
        engagement: pick(['employment', 'service', 'over-age']),
        days: number(32),
        nights: number(16),
        gross_fen: gross,
        deduction_fen: deduction,
        tax_fen: tax,
        net_fen: gross - deduction - tax,
      };
    }),
  };
}

const sorted = (rows: readonly Row[]) =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();

describe('a month', () => {
  it('arrives as it was sent: 300 random months', { timeout: 120_000 }, () => {
    const random = seeded(300);
    for (let round = 0; round < 300; round += 1) {
      const sent = aMonth(random, Math.floor(random() * 12));
      const inspection = inspect(aStatement({}, sent).archive, aDesk());
      if (inspection.verdict === 'refused')
        throw new Error(`round ${round}: ${inspection.code} ${JSON.stringify(inspection.facts)}`);
      for (const name of tableNames)
        expect(sorted(inspection.tables[name]), `${round} ${name}`).toEqual(sorted(sent[name]));
    }
  });

  it('gives the same bytes in whatever order its rows were read', () => {
    const sent = aMonth(seeded(1), 40);
    const turned = Object.fromEntries(
      tableNames.map((name) => [name, sent[name].toReversed()]),
    ) as unknown as Tables;
    expect(aStatement({}, turned).archive).toEqual(aStatement({}, sent).archive);
  });
});
