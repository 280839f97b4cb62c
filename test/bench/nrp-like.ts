import { pick, randomFrom, type Random } from '../../shared/roster/random.ts';
import { canWork, type Contract } from './nrp-can-work.ts';

/** Size of a made-up instance; what is left out is drawn from the seed. */
export type NrpLikeSize = { readonly weeks?: number; readonly people?: number; readonly shifts?: number };

/**
 * Makes an instance in the text format of Curtois & Qu from a seed: contracts, skills, days off, requests and cover are
 * drawn with the frequencies seen in their instances of 14 to 42 days, so that a solver is also measured where nobody
 * has tuned it. The same seed gives the same text.
 */
export function nrpLike(seed: number, size: NrpLikeSize = {}): string {
  const random = randomFrom(seed * 2_654_435_761);
  const weeks = size.weeks ?? oneOf(random, [2, 2, 4, 4, 4, 4, 4, 6]);
  const people = size.people ?? 8 + pick(random, 53);
  const days = weeks * 7;
  const shifts = drawShifts(random, size.shifts ?? drawShiftCount(random, people));
  const staff = drawStaff(random, people, weeks, shifts);
  const daysOff = staff.map((person) => drawPossibleDaysOff(random, person, weeks, shifts));
  const requests = drawRequests(random, staff, daysOff, days);
  return [
    `# made from seed ${seed}`,
    ...section('HORIZON', [String(days)]),
    ...section(
      'SHIFTS',
      shifts.map(({ id, minutes, notBefore }) => `${id},${minutes},${notBefore.join('|')}`),
    ),
    ...section(
      'STAFF',
      staff.map((person) => {
        const most = shifts.map(({ id }, index) => `${id}=${person.most[index]}`).join('|');
        const { mostMinutes, leastMinutes, mostRun, leastRun, leastRest, mostWeekends } = person;
        return [
          person.id,
          most,
          mostMinutes,
          leastMinutes,
          mostRun,
          leastRun,
          leastRest,
          mostWeekends,
        ].join();
      }),
    ),
    ...section(
      'DAYS_OFF',
      staff.map((person, index) => [person.id, ...(daysOff[index] ?? [])].join()),
    ),
    ...section('SHIFT_ON_REQUESTS', requests.on),
    ...section('SHIFT_OFF_REQUESTS', requests.off),
    ...section('COVER', drawCover(random, staff, shifts, days)),
  ].join('\n');
}

function section(name: string, lines: readonly string[]): string[] {
  return [`SECTION_${name}`, ...lines, ''];
}

type Shift = { readonly id: string; readonly minutes: number; readonly notBefore: readonly string[] };
/** `most`: by shift, 0 where she does not work it. */
type Staff = Contract & { readonly id: string; readonly most: readonly number[]; readonly codes: string[] };

function oneOf<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[pick(random, choices.length)] ?? choices[0];
}

function drawShiftCount(random: Random, people: number): number {
  const most = people < 12 ? 2 : people < 20 ? 3 : people < 35 ? 5 : 10;
  return 1 + pick(random, most);
}

/** Early to late; a later kind may not be followed by an earlier one, kinds of the same hour may follow each other. */
function drawShifts(random: Random, count: number): Shift[] {
  const kinds = ['E', 'D', 'L', 'N'] as const;
  const groups = Array.from({ length: count }, (_, index) => Math.floor((index * 4) / Math.max(count, 4)));
  const lengths = oneOf(random, [[480], [480], [480, 600], [480, 480, 720], [450, 480, 540]]);
  const ids = groups.map((group, index) => {
    const alike = groups.filter((other) => other === group).length;
    const nth = groups.slice(0, index + 1).filter((other) => other === group).length;
    const kind = kinds[group] ?? 'D';
    return alike === 1 ? kind : `${kind.toLowerCase()}${nth}`;
  });
  return ids.map((id, index) => ({
    id,
    minutes: oneOf(random, [lengths[0] ?? 480, ...lengths]),
    notBefore: ids.filter((_, other) => (groups[other] ?? 0) < (groups[index] ?? 0)),
  }));
}

function drawStaff(random: Random, people: number, weeks: number, shifts: readonly Shift[]): Staff[] {
  const contracts = drawContracts(random, weeks, shifts);
  const share = shifts.map(() => 0.45 + random() * 0.5);
  // As published: at most three kinds of shift that some people may work only so often.
  const scarce = shifts.map(() => false);
  for (let kind = pick(random, 4); kind > 0; kind--) scarce[pick(random, shifts.length)] = true;
  // Everybody has a shift without a limit, so that her least minutes can be worked.
  const common = pick(random, shifts.length);
  scarce[common] = false;
  const fullTime = Math.ceil(people * (0.55 + random() * 0.45));
  return Array.from({ length: people }, (_, index) => {
    const contract =
      index < fullTime
        ? (contracts[index < fullTime * 0.7 ? 0 : 1] ?? contracts[0])
        : oneOf(random, [contracts[2], contracts[3], contracts[4]]);
    const longest = weeks * 7;
    const most = shifts.map(({ minutes }, shift) => {
      if (shift !== common && random() > (share[shift] ?? 0.7)) return 0;
      const tight = Math.max(
        1,
        Math.round((contract.mostMinutes / minutes) * oneOf(random, [0.25, 0.5, 0.8])),
      );
      return scarce[shift] ? Math.min(tight, longest) : longest;
    });
    if (random() > 0.8) {
      const other = pick(random, shifts.length);
      if (most[other] === longest && other !== common) most[common] = 0;
    }
    const codes = shifts.filter((_shift, at) => (most[at] ?? 0) > 0).map((shift) => shift.id);
    return { ...contract, id: nameOf(index), most, codes };
  });
}

/** Two kinds of full time, three of part time; minutes and weekends as in the published instances, by the week. */
function drawContracts(
  random: Random,
  weeks: number,
  shifts: readonly Shift[],
): [Contract, Contract, Contract, Contract, Contract] {
  const longest = Math.max(...shifts.map((shift) => shift.minutes));
  const contract = (perWeek: number, rules: Omit<Contract, 'mostMinutes' | 'leastMinutes'>): Contract => {
    const slack = Math.max(longest, weeks === 2 ? 960 : weeks * oneOf(random, [120, 240, 270]));
    const mostMinutes = perWeek * weeks;
    return { ...rules, mostMinutes, leastMinutes: Math.max(0, mostMinutes - slack) };
  };
  const weekends = (share: number) => Math.max(1, Math.round(weeks * share));
  return [
    contract(2160, { mostRun: 5, leastRun: 2, leastRest: 2, mostWeekends: weekends(0.5) }),
    contract(oneOf(random, [2160, 2040]), {
      mostRun: 6,
      leastRun: 2,
      leastRest: 3,
      mostWeekends: weekends(oneOf(random, [0.5, 0.75])),
    }),
    contract(1290, { mostRun: 5, leastRun: 1, leastRest: 2, mostWeekends: weekends(0.75) }),
    contract(1080, { mostRun: 5, leastRun: 1, leastRest: 2, mostWeekends: weekends(0.5) }),
    contract(855, { mostRun: 5, leastRun: 1, leastRest: 1, mostWeekends: weekends(0.75) }),
  ];
}

/** One day off for each two weeks, two of them often side by side. */
function drawDaysOff(random: Random, weeks: number): number[] {
  const days = weeks * 7;
  const first = pick(random, days - 1);
  if (weeks < 4) return [first];
  const off = new Set([first, random() < 0.5 ? first + 1 : pick(random, days)]);
  while (off.size < weeks / 2) off.add(pick(random, days));
  return [...off].toSorted((a, b) => a - b);
}

/** Days off with which she can still keep all her rules; none when no draw leaves her that. */
function drawPossibleDaysOff(
  random: Random,
  person: Staff,
  weeks: number,
  shifts: readonly Shift[],
): number[] {
  const free = shifts.filter((_, index) => person.most[index] === weeks * 7);
  for (let attempt = 0; attempt < 20; attempt++) {
    const off = drawDaysOff(random, weeks);
    if (free.some((shift) => canWork(person, shift.minutes, off, weeks * 7))) return off;
  }
  return [];
}

/** Runs of one to five days of the same shift and weight; most people ask for some, fewer ask to be spared. */
function drawRequests(
  random: Random,
  staff: readonly Staff[],
  daysOff: readonly (readonly number[])[],
  days: number,
): { on: string[]; off: string[] } {
  const lists: { on: string[]; off: string[] } = { on: [], off: [] };
  for (const [index, person] of staff.entries()) {
    const taken = new Set(daysOff[index]);
    const ask = (list: string[], runs: number) => {
      for (let run = 0; run < runs; run++) {
        const from = pick(random, days);
        const to = Math.min(days, from + 1 + pick(random, 5));
        const [code, weight] = [person.codes[pick(random, person.codes.length)] ?? '', 1 + pick(random, 3)];
        for (let day = from; day < to; day++) {
          if (taken.has(day)) continue;
          taken.add(day);
          list.push([person.id, day, code, weight].join());
        }
      }
    };
    ask(lists.on, oneOf(random, days > 14 ? [0, 1, 2, 2, 3] : [0, 1, 1, 2]));
    ask(lists.off, oneOf(random, days > 14 ? [0, 0, 1, 1, 2] : [0, 0, 1]));
  }
  return lists;
}

/** Asks for about as many minutes as the contracts allow at most, spread by who may work what, uneven from day to day. */
function drawCover(
  random: Random,
  staff: readonly Staff[],
  shifts: readonly Shift[],
  days: number,
): string[] {
  const weights = shifts.map((shift, index) => {
    const able = staff.reduce(
      (sum, person) =>
        sum + Math.min(person.mostMinutes, (person.most[index] ?? 0) * shift.minutes) / person.codes.length,
      0,
    );
    return able * (0.7 + random() * 0.6);
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const minutes = staff.reduce((sum, person) => sum + person.mostMinutes, 0) * (0.96 + random() * 0.06);
  const lines: string[] = [];
  for (let day = 0; day < days; day++) {
    for (const [index, shift] of shifts.entries()) {
      const mean = (minutes * (weights[index] ?? 0)) / whole / shift.minutes / days;
      const spread = Math.sqrt(mean) * 0.6;
      const needed = Math.max(0, Math.round(mean + spread * (random() + random() + random() - 1.5) * 2));
      lines.push([day, shift.id, needed, 100, 1].join());
    }
  }
  return lines;
}

/** A … Z, AA, AB … as in the published instances. */
function nameOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : nameOf(Math.floor(index / 26) - 1) + letter;
}
