import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';

/** An instant with its seconds as the clock of the house shows it: China keeps one zone and no summer time. */
export function clockText(iso: string, language: Language): string {
  const instant = Date.parse(iso);
  return `${dayText(dayAt(instant), language)} ${new Date(instant + 8 * 3_600_000).toISOString().slice(11, 19)}`;
}
