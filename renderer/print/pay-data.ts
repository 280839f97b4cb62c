import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'wouter';
import { isMonth, monthOf } from '../../shared/calendar/day.ts';
import type { Sheet } from '../../shared/payroll/shapes.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { requests } from '../lib/api.ts';
import { useToday } from '../lib/session.ts';

/** The sheet named by the address: `/print/pay-sheet/2026-10`, with `?run=` for a run that is not the month's current one. */
export function usePaySheet() {
  const { month: named = '' } = useParams();
  const [search] = useSearchParams();
  const today = useToday();
  const run = search.get('run');
  const month = isMonth(named) ? named : monthOf(today);
  return useQuery(
    requests.payroll.sheet.queryOptions({ input: { month, ...(run === null ? {} : { run }) } }),
  );
}

/** What a sheet that is not to be paid says of itself. */
export function standingText({ head }: Sheet, { sheet }: Words<Messages>['payroll']): string {
  return [
    ...(head.kind === 'reversal' ? [fill(sheet.reversal, { reason: head.reason })] : []),
    ...(head.state === 'draft' ? [sheet.draft] : head.state === 'reviewed' ? [sheet.unlocked] : []),
  ].join(' · ');
}
