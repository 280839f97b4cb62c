import { dayAt, isDay } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Words } from '../../shared/messages/words.ts';

export type ResidentTexts = Words<Messages>['residents'];

/** `2026年10月8日`, or null when there is no day. */
export function dayWord(day: string | null, language: Language): string | null {
  return day !== null && isDay(day) ? dayText(day, language) : day;
}

/** The day of an instant. */
export function instantWord(instant: string, language: Language): string {
  return dayText(dayAt(Date.parse(instant)), language);
}

export function levelWord(texts: ResidentTexts, level: number | string | null): string | null {
  const key = String(level) as keyof ResidentTexts['levels'];
  return level === null ? null : (texts.levels[key] ?? String(level));
}

export function fieldWord(texts: ResidentTexts, field: string): string {
  return Object.hasOwn(texts.fields, field) ? texts.fields[field as keyof ResidentTexts['fields']] : field;
}

export function doubtWord(texts: ResidentTexts, kind: string): string {
  const kinds = texts.doubtKinds;
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kinds.other;
}

/** From when until when, in words; the end is the first day that no longer counts. */
export function spanWord(
  texts: ResidentTexts,
  startsOn: string,
  endsOn: string | null,
  language: Language,
): string {
  const from = dayWord(startsOn, language) ?? '';
  if (endsOn === null) return fill(texts.spanOpen, { from });
  return fill(texts.span, { from, until: dayWord(endsOn, language) ?? '' });
}

/** What a value of a field is called on the screen: codes become words, days become dates. */
export function valueWord(
  texts: ResidentTexts,
  field: string,
  value: string | null,
  language: Language,
): string {
  if (value === null || value === '') return texts.blank;
  const lists: Record<string, Readonly<Record<string, string>>> = {
    sex: texts.sexes,
    disability: texts.disabilities,
    disabilityLevel: texts.levels,
    careLevel: texts.careLevels,
  };
  return lists[field]?.[value] ?? dayWord(value, language) ?? value;
}
