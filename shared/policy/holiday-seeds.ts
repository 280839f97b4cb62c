import { addDays, day, daysBetween, type Day } from '../calendar/day.ts';
import type { Holiday, HolidayKind } from './holidays.ts';
import type { Status } from './parameters.ts';

const LAW = '全国年节及纪念日放假办法（2024-11-10）';
const NOTICE_2026 = '国务院办公厅关于2026年部分节假日安排的通知';

/** The days that follow the moon and the sun, computed and cross-checked (domain.md 2e): 除夕, 清明, 端午, 中秋. */
const movable: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-28', '04-04', '05-31', '10-06'],
  2026: ['02-16', '04-05', '06-19', '09-25'],
  2027: ['02-05', '04-05', '06-09', '09-15'],
  2028: ['01-25', '04-04', '05-28', '10-03'],
  2029: ['02-12', '04-04', '06-16', '09-22'],
  2030: ['02-02', '04-05', '06-05', '09-12'],
  2031: ['01-22', '04-05', '06-24', '10-01'],
};

function span(first: Day, last: Day): Day[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

function statutoryOf(year: number): Holiday[] {
  const [eve, tombs, dragon, autumn] = movable[year] ?? [];
  if (!eve || !tombs || !dragon || !autumn) throw new RangeError(`no holidays known for ${year}`);
  const on = (text: string) => day(`${year}-${text}`);
  const named: [string, Day[]][] = [
    ['元旦', [on('01-01')]],
    ['春节', span(on(eve), addDays(on(eve), 3))],
    ['清明节', [on(tombs)]],
    ['劳动节', span(on('05-01'), on('05-02'))],
    ['端午节', [on(dragon)]],
    ['国庆节', span(on('10-01'), on('10-03'))],
  ];
  const names = new Map<Day, string>(
    named.flatMap(([name, days]) => days.map((each) => [each, name] as const)),
  );
  const together = names.get(on(autumn));
  names.set(on(autumn), together ? `${together}、中秋节` : '中秋节');
  // The days of 2025 and 2026 agree with the State Council's notices; later years are computed and await theirs.
  const status: Status = year <= 2026 ? 'confirmed' : 'secondary';
  return [...names]
    .map(([each, name]) => ({ day: each, name, kind: 'statutory' as const, status, source: LAW }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

const arranged = (name: string, kind: HolidayKind, status: Status, ...days: string[]): Holiday[] =>
  days.map((text) => ({ day: day(`2026-${text}`), name, kind, status, source: NOTICE_2026 }));

/** The other days of the long holidays of 2026 and the weekend days worked for them. */
const arrangements2026: readonly Holiday[] = [
  ...arranged('元旦', 'rest', 'secondary', '01-02', '01-03'),
  ...arranged('元旦', 'work', 'confirmed', '01-04'),
  ...arranged('春节', 'work', 'confirmed', '02-14', '02-28'),
  ...arranged('春节', 'rest', 'secondary', '02-15', '02-20', '02-21', '02-22', '02-23'),
  ...arranged('清明节', 'rest', 'secondary', '04-04', '04-06'),
  ...arranged('劳动节', 'rest', 'secondary', '05-03', '05-04', '05-05'),
  ...arranged('劳动节', 'work', 'confirmed', '05-09'),
  ...arranged('端午节', 'rest', 'secondary', '06-20', '06-21'),
  ...arranged('中秋节', 'rest', 'secondary', '09-26', '09-27'),
  ...arranged('国庆节', 'work', 'confirmed', '09-20', '10-10'),
  ...arranged('国庆节', 'rest', 'secondary', '10-04', '10-05', '10-06', '10-07'),
];

/** Statutory holidays 2025–2031 and the arrangements of 2026, as set-up writes them. */
export const holidaySeeds: readonly Holiday[] = [
  ...Object.keys(movable).flatMap((year) => statutoryOf(Number(year))),
  ...arrangements2026,
].toSorted((a, b) => a.day.localeCompare(b.day));
