import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { shiftText } from './request-words.ts';

/** 11月9日白班. */
export function useShiftWord(): (slot: { readonly day: Day; readonly shift: string }) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  return ({ day, shift }) =>
    t(($) => $.rosterRepair.vacatedShift, {
      day: shortDayText(day, language),
      shift: shiftText(shift, shifts, language),
    });
}

export function ShiftWord(slot: { readonly day: Day; readonly shift: string }) {
  return <>{useShiftWord()(slot)}</>;
}
