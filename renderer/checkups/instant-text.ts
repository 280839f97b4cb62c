import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';

/** An ISO instant as the clock on the centre's wall shows it (Asia/Shanghai): `2026年11月5日 09:12`. */
export function instantText(iso: string, language: Language): string {
  const instant = Date.parse(iso);
  const clock = new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dayText(dayAt(instant), language)} ${clock}`;
}
