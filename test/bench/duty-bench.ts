import { daysOf, month } from '../../shared/calendar/day.ts';
import { dutiesOfMonth, type DutyFacts, type DutyMonth } from '../../shared/roster/duties-of-day.ts';
import { randomFrom } from '../../shared/roster/random.ts';

/**
 * `npm run bench:duty`: how long the duties of a whole month take at 20, 40 and 60 caregivers, with four shift types, three zones,
 * pairs, wishes, residents who come and go; the median of several runs after one to warm up. Figures, not a test: what the
 * duties must be is tested in test/roster/duties-are-best.test.ts.
 */
const RUNS = 9;
const sizes = [
  { caregivers: 20, residents: 38 },
  { caregivers: 40, residents: 74 },
  { caregivers: 60, residents: 110 },
];

const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(3, '0')}`);

/** A centre from a seed: two residents to a room, pairs in order, each caregiver on for five or six days of eight. */
function aCentre(
  caregivers: number,
  residents: number,
  seed: number,
): { month: DutyMonth; facts: DutyFacts } {
  const random = randomFrom(seed);
  const days = daysOf(month('2026-12'));
  const shifts = [
    { code: 'D', maxResidents: 6 },
    { code: 'E', maxResidents: 15 },
    { code: 'M', maxResidents: 15 },
    { code: 'N', maxResidents: 25 },
  ];
  const rhythms = ['DDDDD--', 'DDEE--', 'MMMD--', 'NN--DDN-', 'DDDN--'];
  const [carers, people] = [ids('c', caregivers), ids('r', residents)];
  return {
    month: {
      days,
      shifts,
      before: new Map(),
      cells: Object.fromEntries(
        carers.map((id, index) => {
          const rhythm = rhythms[index % rhythms.length] ?? '-';
          const offset = Math.floor(index / rhythms.length) * 3;
          return [
            id,
            days.map((_, day) => {
              const letter = rhythm[(day + offset) % rhythm.length] ?? '-';
              return letter === '-' ? null : letter;
            }),
          ];
        }),
      ),
    },
    facts: {
      residents: people.map((id, index) => ({
        id,
        sex: random() < 0.5 ? 'male' : 'female',
        asksSameSex: random() < 0.3,
        admittedOn: index % 20 === 7 ? '2026-12-10' : '2024-01-01',
        leftOn: index % 20 === 13 ? '2026-12-20' : null,
      })),
      caregivers: carers.map((id) => ({ id, sex: random() < 0.2 ? 'male' : 'female', zones: [] })),
      stays: people.map((resident, index) => ({
        resident,
        room: String(101 + Math.floor(index / 2)),
        zone: `zone-${Math.floor((index * 3) / residents)}`,
        startsOn: '2024-01-01',
        endsOn: null,
      })),
      pairings: people.map((resident, index) => ({
        resident,
        caregiver: carers[Math.floor(index / 2)] ?? carers[0] ?? '',
        startsOn: '2024-01-01',
        endsOn: null,
      })),
    },
  };
}

for (const { caregivers, residents } of sizes) {
  const centre = aCentre(caregivers, residents, 1);
  const run = () => dutiesOfMonth(centre.month, centre.facts);
  const plans = run().flatMap((day) => day.plans);
  const milliseconds = Array.from({ length: RUNS }, () => {
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  }).toSorted((a, b) => a - b);
  const assigned = plans.flatMap((plan) => plan.assigned);
  const share = (count: number) => `${((100 * count) / assigned.length).toFixed(1)} %`;
  const count = (is: (one: (typeof assigned)[number]) => boolean) => assigned.filter(is).length;
  console.log(
    JSON.stringify({
      caregivers,
      residents,
      shifts: plans.length,
      duties: assigned.length,
      unanswered: plans.reduce((sum, plan) => sum + plan.unanswered.length, 0),
      own: share(count(({ basis }) => basis === 'own')),
      kept: share(count(({ kept }) => kept)),
      wishesMet: `${count(({ wish }) => wish === 'met')} of ${count(({ wish }) => wish !== null)}`,
      medianCpuMilliseconds: Math.round(milliseconds[Math.floor(RUNS / 2)] ?? 0),
      worstCpuMilliseconds: Math.round(milliseconds.at(-1) ?? 0),
    }),
  );
}
