import { dayAt, day as dayOf } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';

/** An instant as the clock on the centre's wall shows it: `2026年11月2日 09:00`. */
export function instantText(iso: string, language: Language): string {
  const instant = Date.parse(iso);
  const clock = new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dayText(dayAt(instant), language)} ${clock}`;
}

export function dayOrDash(day: string | null, language: Language): string {
  return day === null ? '—' : dayText(dayOf(day), language);
}

/** Bytes as the packaging of a stick counts them: `1.2 GB`, `35 MB`; less than one is one. */
export function sizeText(bytes: number): string {
  if (bytes >= 1e12) return `${(bytes / 1e12).toFixed(1)} TB`;
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${Math.max(1, Math.round(bytes / 1e6))} MB`;
}
