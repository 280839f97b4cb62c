import { addDays, firstDay, type Day } from '../../shared/calendar/day.ts';
import type { Row, Tables } from '../../shared/package/tables.ts';
import { facts } from './packages.ts';

const GIVEN = ['春生', '小燕', '国强', '文珍', '雪梅', '建华', '玉兰', '长河'];
const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];

const numbered = (letter: string, index: number) => `${letter}${String(index + 1).padStart(4, '0')}`;
const nameOf = (index: number) =>
  `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length] ?? ''}`;

/** A made-up ID number: the prefix of no real district, a day of 1950 or later, a running number. */
const idNumber = (index: number) =>
  `411799${1950 + (index % 60)}${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}${String(index % 1000).padStart(3, '0')}X`;

/**
 * October 2026 of a centre with so many residents, one caregiver for two, every day of everybody, a checkup a week: the size
 * of a real month, always the same rows.
 */
export function aFullMonth(residents: number): Tables {
  const people = Array.from({ length: residents }, (_, index) => numbered('r', index));
  const helpers = Array.from({ length: Math.ceil(residents / 2) }, (_, index) => numbered('c', index));
  const first = firstDay(facts().period);
  const days: readonly Day[] = Array.from({ length: 31 }, (_, index) => addDays(first, index));
  const everyDay = (row: (helper: string, on: Day, turn: number) => Row) =>
    helpers.flatMap((helper, number) => days.map((on, index) => row(helper, on, number + index)));
  return {
    residents: people.map((id, index): Row => ({
      id,
      name: nameOf(index),
      sex: index % 2 === 0 ? 'male' : 'female',
      national_id: idNumber(index),
      certificate_no: index % 5 === 0 ? null : `${idNumber(index)}51`,
      disability: index % 3 === 0 ? 'intellectual' : 'physical',
      disability_level: 1 + (index % 4),
      hardship: index % 4 === 0 ? null : '低保',
      care_level: index % 2 === 0 ? 'full' : 'partial',
      admitted_on: '2024-03-01',
      left_on: null,
    })),
    caregivers: helpers.map((id, index): Row => ({
      id,
      name: nameOf(index + 37),
      sex: 'female',
      poor_household: index % 3 === 0,
      started_on: '2024-03-01',
      ended_on: null,
    })),
    stays: people.map((id, index): Row => ({
      id: numbered('s', index),
      resident_id: id,
      bed: `${101 + Math.floor(index / 2)}-${1 + (index % 2)}`,
      starts_on: '2024-03-01',
      ends_on: null,
    })),
    pairings: people.map((id, index): Row => ({
      id: numbered('p', index),
      caregiver_id: helpers[Math.floor(index / 2)] ?? '',
      resident_id: id,
      starts_on: '2024-03-01',
      ends_on: null,
    })),
    devices: people.map((id, index): Row => ({
      id: numbered('d', index),
      code: `FJ-${String(index + 1).padStart(3, '0')}`,
      name: index % 2 === 0 ? '轮椅' : '护理床',
      source: index % 2 === 0 ? 'federation' : 'donation',
      quantity: 1,
      condition: 'good',
      resident_id: index % 6 === 0 ? null : id,
    })),
    checkups: people.flatMap((id, index) =>
      [2, 9, 16, 23].map((on, turn): Row => ({
        id: numbered('k', index * 4 + turn),
        resident_id: id,
        day: addDays(first, on),
      })),
    ),
    roster: everyDay((caregiver_id, day, turn) => ({
      caregiver_id,
      day,
      shift: turn % 3 === 0 ? null : turn % 3 === 1 ? 'D' : 'N',
    })),
    attendance: everyDay((caregiver_id, day, turn) => ({
      caregiver_id,
      day,
      mark: turn % 3 === 0 ? 'rest' : turn % 3 === 1 ? 'day' : 'night',
    })),
    pay: helpers.map((caregiver_id, index): Row => ({
      id: numbered('l', index),
      run: 1,
      kind: 'regular',
      caregiver_id,
      engagement: 'employment',
      days: 11,
      nights: 10,
      gross_fen: 260_000 + index * 100,
      deduction_fen: 10_000,
      tax_fen: 0,
      net_fen: 250_000 + index * 100,
    })),
  };
}
