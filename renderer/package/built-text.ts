import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';

const HOURS_IN_CHINA = 8 * 3_600_000;

/** An instant as the house's clock showed it: `2026年11月2日 09:00`. */
export function builtText(instant: string, language: Language): string {
  const milliseconds = Date.parse(instant);
  const clock = new Date(milliseconds + HOURS_IN_CHINA).toISOString().slice(11, 16);
  return `${dayText(dayAt(milliseconds), language)} ${clock}`;
}
