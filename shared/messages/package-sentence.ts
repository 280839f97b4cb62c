import { isDay, isMonth } from '../calendar/day.ts';
import type { RefusalCode, RefusalFacts } from '../package/refusal.ts';
import { dayText, monthText } from './day-words.ts';
import { fill } from './fill.ts';
import { messages } from './index.ts';
import type { Language } from './language.ts';

/** The sentence for a package that the county does not take: tables, months and days are called as people call them. */
export function packageSentence(code: RefusalCode, facts: RefusalFacts, language: Language): string {
  return fill(messages[language].packages.refusals[code], spokenFacts(facts, language));
}

/** Facts as people say them: a table or a total by its name, a day or a month in words. */
export function spokenFacts(facts: RefusalFacts, language: Language): Record<string, string | number> {
  const { tables, totals } = messages[language].packages;
  const names: Readonly<Record<string, string>> = { ...tables, ...totals };
  const spoken = Object.entries(facts).map(([fact, value]) => {
    if (typeof value !== 'string') return [fact, value] as const;
    if (isDay(value)) return [fact, dayText(value, language)] as const;
    if (isMonth(value)) return [fact, monthText(value, language)] as const;
    return [fact, Object.hasOwn(names, value) ? (names[value] ?? value) : value] as const;
  });
  return Object.fromEntries(spoken);
}
