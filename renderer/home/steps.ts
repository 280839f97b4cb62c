import type { Role } from '../../shared/contract/permissions.ts';

/** What the requests told about the house; a fact that this role may not ask, or that is not there yet, is undefined. */
export type HouseFacts = {
  readonly inHouse?: number | undefined;
  readonly provisional?: number | undefined;
  readonly unplaced?: number | undefined;
  readonly freeBeds?: number | undefined;
  readonly unpaired?: number | undefined;
  readonly caregivers?: number | undefined;
  readonly checkups?: { readonly due: number; readonly inHouse: number } | undefined;
  readonly rosterNow?: RosterState | undefined;
  readonly rosterNext?: RosterState | undefined;
  /** Wishes and leave that wait for a decision, on days of this month and of the next. */
  readonly openRequests?: { readonly now: number; readonly next: number } | undefined;
  /** How many complaints are not closed yet. */
  readonly complaints?: number | undefined;
  readonly attendanceClosed?: boolean | undefined;
  readonly pay?: 'none' | 'draft' | 'reviewed' | 'locked' | undefined;
  readonly reported?: boolean | undefined;
  /** Whether a backup is late, and by how many days since the last (null: there is none); whether a drill is due. */
  readonly backup?:
    | { readonly late: boolean; readonly days: number | null; readonly drillLate: boolean }
    | undefined;
};
export type RosterState = 'none' | 'draft' | 'published';

export type StepKey =
  | 'register'
  | 'complaints'
  | 'doubts'
  | 'beds'
  | 'pairing'
  | 'checkups'
  | 'requests'
  | 'rosterNow'
  | 'rosterNext'
  | 'attendance'
  | 'payroll'
  | 'review'
  | 'package'
  | 'backup'
  | 'drill';

/** `now`: this person can do it; `waits`: something or somebody else comes first; `done`: nothing is left of it. */
export type Step = {
  readonly key: StepKey;
  readonly state: 'now' | 'waits' | 'done';
  readonly count: number;
  readonly path: string;
  /** Which month the page is opened on, where it is about one. */
  readonly month?: 'last' | 'now' | 'next';
};

type Draft = {
  readonly left: boolean | undefined;
  readonly waits?: boolean;
  readonly count?: number;
  readonly path: string;
  readonly month?: NonNullable<Step['month']>;
};

const stepsOf: Record<Role, readonly StepKey[]> = {
  director: [
    'register',
    'complaints',
    'doubts',
    'beds',
    'pairing',
    'requests',
    'rosterNow',
    'rosterNext',
    'attendance',
    'review',
    'package',
    'backup',
    'drill',
  ],
  nurse: ['checkups', 'rosterNow'],
  clerk: ['attendance', 'payroll', 'rosterNow'],
};

const monthOf: Partial<Record<StepKey, NonNullable<Step['month']>>> = {
  rosterNow: 'now',
  rosterNext: 'next',
  attendance: 'last',
  payroll: 'last',
  review: 'last',
};

/** What is next for a role, in the order in which the work goes; steps whose facts are unknown are left out. */
export function stepsFor(role: Role, facts: HouseFacts): Step[] {
  const drafts = draftsFrom(role, facts);
  return stepsOf[role].flatMap((key) => {
    const { left, waits = false, count = 0, path, month = monthOf[key] } = drafts[key];
    if (left === undefined) return [];
    return [{ key, path, count, state: left ? (waits ? 'waits' : 'now') : 'done', ...(month && { month }) }];
  });
}

const more = (count: number | undefined) => (count === undefined ? undefined : count > 0);

function draftsFrom(role: Role, facts: HouseFacts): Record<StepKey, Draft> {
  const {
    inHouse,
    provisional,
    unplaced,
    unpaired,
    checkups,
    openRequests,
    complaints,
    rosterNow,
    rosterNext,
    attendanceClosed,
    pay,
    reported,
    backup,
  } = facts;
  const empty = inHouse === 0;
  const notMine = role !== 'director';
  const waiting = (openRequests?.now ?? 0) + (openRequests?.next ?? 0);
  return {
    register: {
      left: inHouse === undefined ? undefined : empty,
      count: inHouse ?? 0,
      path: empty ? '/ledger' : '/residents',
    },
    // Nothing is said of complaints as long as none is open.
    complaints: {
      left: complaints ? true : undefined,
      count: complaints ?? 0,
      path: '/complaints',
    },
    doubts: {
      left: empty ? undefined : more(provisional),
      count: provisional ?? 0,
      path: '/residents',
    },
    beds: { left: empty ? undefined : more(unplaced), count: unplaced ?? 0, path: '/beds' },
    pairing: { left: empty ? undefined : more(unpaired), count: unpaired ?? 0, path: '/pairing' },
    checkups: {
      left: more(checkups?.due),
      count: checkups?.due ?? 0,
      path: '/checkups/round',
    },
    // Nothing is said of requests as long as nobody waits for an answer.
    requests: {
      left: waiting > 0 ? true : undefined,
      count: waiting,
      path: '/roster/requests',
      month: openRequests?.next ? 'next' : 'now',
    },
    rosterNow: { left: rosterNow && rosterNow !== 'published', waits: notMine, path: '/roster' },
    rosterNext: { left: rosterNext && rosterNext !== 'published', path: '/roster' },
    attendance: { left: attendanceClosed === undefined ? undefined : !attendanceClosed, path: '/attendance' },
    payroll: { left: pay && pay !== 'locked', waits: !attendanceClosed || pay !== 'none', path: '/payroll' },
    review: { left: pay && pay !== 'locked', waits: pay === 'none', path: '/payroll' },
    package: {
      left: reported === undefined ? undefined : !reported,
      waits: pay !== 'locked',
      path: '/packages',
    },
    backup: { left: backup?.late, count: backup?.days ?? 0, path: '/backup' },
    // Nothing is said of a drill before it is due.
    drill: { left: backup?.drillLate ? true : undefined, path: '/backup' },
  };
}
