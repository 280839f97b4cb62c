import { monthOf, type Day, type Month } from '../calendar/day.ts';
import type { Kind } from './manifest.ts';
import type { RowFault } from './rows.ts';
import type { Tables } from './tables.ts';

/** Why no package of this month can be built now. */
export const refusalKinds = [
  'no-county-key',
  'chain-held',
  'month-not-begun',
  'attendance-open',
  'pay-open',
  'already-reported',
  'nothing-to-correct',
  'nothing-changed',
  'faulty-row',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** What the director should know before it goes up, and may let stand. */
export const warningKinds = [
  'nothing-to-report',
  'provisional-residents',
  'no-roster',
  'no-checkup',
  'month-not-over',
  'text-marked',
] as const;
export type WarningKind = (typeof warningKinds)[number];

/** The state of the month as it stands in the database. */
export type MonthFacts = {
  readonly month: Month;
  readonly today: Day;
  readonly correction: boolean;
  readonly hasCountyKey: boolean;
  readonly attendanceClosed: boolean;
  /** Pay runs of the month by state. */
  readonly payRuns: { readonly open: number; readonly locked: number };
  /** Whether this month went up before in the current epoch, and in any; whether what went up last is what would go up now. */
  readonly reported: { readonly now: boolean; readonly ever: boolean; readonly same: boolean };
  readonly provisionalResidents: number;
  readonly rosterPublished: boolean;
  readonly tables: Tables;
  readonly faults: readonly RowFault[];
  /** The county and this PC no longer speak of one chain: what is built now could not be taken. */
  readonly held: boolean;
  /** Texts that go up with an apostrophe before them. */
  readonly changedTexts: number;
};

export type Preflight = {
  readonly kind: Kind;
  readonly refusals: readonly { readonly kind: RefusalKind; readonly fault: RowFault | null }[];
  readonly warnings: readonly { readonly kind: WarningKind; readonly count: number }[];
};

/** Says what stands in the way of this month's package, what should be known, and which kind it will be. */
export function checkMonth(facts: MonthFacts): Preflight {
  const { tables, correction } = facts;
  const isEmpty = tables.residents.length === 0 && tables.caregivers.length === 0;
  return {
    kind: correction ? 'correction' : isEmpty ? 'empty' : 'full',
    refusals: [
      ...refusalsOf(facts),
      ...facts.faults.map((fault) => ({ kind: 'faulty-row' as const, fault })),
    ],
    warnings: warningsOf(facts, isEmpty),
  };
}

function refusalsOf(facts: MonthFacts): { kind: RefusalKind; fault: null }[] {
  const { month, today, correction, reported, payRuns, tables } = facts;
  const hasCaregivers = tables.caregivers.length > 0;
  const kinds: RefusalKind[] = [];
  if (!facts.hasCountyKey) kinds.push('no-county-key');
  if (facts.held) kinds.push('chain-held');
  if (month > monthOf(today)) kinds.push('month-not-begun');
  else {
    if (hasCaregivers && !facts.attendanceClosed) kinds.push('attendance-open');
    if (hasCaregivers && (payRuns.locked === 0 || payRuns.open > 0)) kinds.push('pay-open');
  }
  if (!correction && reported.now) kinds.push('already-reported');
  if (correction && !reported.ever) kinds.push('nothing-to-correct');
  if (correction && reported.ever && reported.same) kinds.push('nothing-changed');
  return kinds.map((kind) => ({ kind, fault: null }));
}

function warningsOf(
  { month, today, provisionalResidents, rosterPublished, tables, ...facts }: MonthFacts,
  isEmpty: boolean,
) {
  const seen = new Set(tables.checkups.map((row) => row['resident_id']));
  const unseen = tables.residents.filter((row) => !seen.has(row['id'] ?? null)).length;
  const warnings: { kind: WarningKind; count: number }[] = [
    { kind: 'nothing-to-report', count: isEmpty ? 1 : 0 },
    { kind: 'provisional-residents', count: provisionalResidents },
    { kind: 'no-roster', count: tables.caregivers.length > 0 && !rosterPublished ? 1 : 0 },
    { kind: 'no-checkup', count: unseen },
    { kind: 'month-not-over', count: month === monthOf(today) ? 1 : 0 },
    { kind: 'text-marked', count: facts.changedTexts },
  ];
  return warnings.filter(({ count }) => count > 0);
}
