import { useSearchParams } from 'wouter';
import { addMonths, isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { useToday } from '../lib/session.ts';

/** The month that the address names; the next one, which is the one to be made, where it names none. */
export function useMonthOfAddress(): Month {
  const [search] = useSearchParams();
  const next = addMonths(monthOf(useToday()), 1);
  const named = search.get('month') ?? '';
  return isMonth(named) ? named : next;
}
