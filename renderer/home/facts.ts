import { useQuery } from '@tanstack/react-query';
import { addMonths, monthOf, type Month } from '../../shared/calendar/day.ts';
import { requests } from '../lib/api.ts';
import { useMay, useToday } from '../lib/session.ts';
import type { HouseFacts, RosterState } from './steps.ts';

/** From this day of a month on, the roster of the next one is due. */
const NEXT_ROSTER_FROM = 20;

export type HomeMonths = { readonly last: Month; readonly now: Month; readonly next: Month };

export function useHomeMonths(): HomeMonths {
  const now = monthOf(useToday());
  return { last: addMonths(now, -1), now, next: addMonths(now, 1) };
}

const rosterOf = (month: Month, enabled: boolean) =>
  requests.roster.open.queryOptions({ input: { month }, enabled });
const requestsOf = (month: Month, enabled: boolean) =>
  requests.roster.requests.list.queryOptions({ input: { month }, enabled });

/** Asks what this role may ask about the house. */
export function useHouseFacts(): HouseFacts {
  const { last, now, next } = useHomeMonths();
  const late = Number(useToday().slice(8)) >= NEXT_ROSTER_FROM;
  const residents = useQuery(
    requests.residents.list.queryOptions({ input: {}, enabled: useMay('residents.read') }),
  ).data;
  const beds = useQuery(requests.beds.board.queryOptions({ input: {}, enabled: useMay('beds.read') })).data;
  const pairing = useQuery(
    requests.pairing.board.queryOptions({ input: {}, enabled: useMay('pairing.read') }),
  ).data;
  const due = useQuery(
    requests.checkups.due.queryOptions({ input: { month: now }, enabled: useMay('checkups.read') }),
  ).data;
  const maySeeRoster = useMay('roster.read');
  const rosterNow = useQuery(rosterOf(now, maySeeRoster)).data;
  const rosterNext = useQuery(rosterOf(next, maySeeRoster && late)).data;
  const askedNow = useQuery(requestsOf(now, maySeeRoster)).data;
  const askedNext = useQuery(requestsOf(next, maySeeRoster)).data;
  const complaints = useQuery(
    requests.complaints.standing.queryOptions({ input: {}, enabled: useMay('complaints.handle') }),
  ).data;
  const attendance = useQuery(
    requests.attendance.month.queryOptions({ input: { month: last }, enabled: useMay('attendance.read') }),
  ).data;
  const pay = useQuery(
    requests.payroll.month.queryOptions({ input: { month: last }, enabled: useMay('payroll.read') }),
  ).data;
  const packages = useQuery(
    requests.package.list.queryOptions({ input: {}, enabled: useMay('package.read') }),
  ).data;
  const backup = useQuery(
    requests.backup.standing.queryOptions({ input: {}, enabled: useMay('backup.manage') }),
  ).data;

  return {
    inHouse: residents?.length,
    provisional: residents?.filter(({ standing }) => standing === 'provisional').length,
    unplaced: beds?.unplaced.length,
    freeBeds: beds?.occupancy.free,
    unpaired: pairing?.unpaired.length,
    caregivers: pairing?.establishment.caregivers,
    checkups: due && { due: due.due.length, inHouse: due.inHouse },
    openRequests: askedNow && askedNext && { now: openIn(askedNow), next: openIn(askedNext) },
    complaints: complaints?.open,
    rosterNow: rosterNow && stateOf(rosterNow),
    rosterNext: rosterNext && stateOf(rosterNext),
    attendanceClosed: attendance && attendance.closed !== null,
    pay: pay && (pay.runs.find(({ id }) => id === pay.current)?.state ?? 'none'),
    reported: packages?.some(({ period }) => period === last),
    backup: backup && { late: backup.backupLate, days: backup.days, drillLate: backup.drillLate },
  };
}

const openIn = (lines: readonly { readonly state: string }[]) =>
  lines.filter(({ state }) => state === 'open').length;

function stateOf({
  roster,
  versions,
}: {
  roster: unknown;
  versions: readonly { state: string }[];
}): RosterState {
  if (versions.some(({ state }) => state === 'published')) return 'published';
  return roster === null ? 'none' : 'draft';
}
