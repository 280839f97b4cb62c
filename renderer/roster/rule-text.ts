import type { Violation } from '../../shared/roster/evaluate.ts';
import type { RuleSource } from '../../shared/roster/rule.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';

export type RosterWords = Words<Messages>['roster'];
export type GridWords = Words<Messages>['rosterGrid'];

/** What is wrong, in one sentence. */
export function ruleText(words: RosterWords, { rule, amount }: Pick<Violation, 'rule' | 'amount'>): string {
  const size = Math.abs(amount);
  return fill(words.rules[rule], { amount: size, hours: Math.round(size / 6) / 10 });
}

/** The law and its articles, or that it is a rule of the house. */
export function sourceText(words: RosterWords, source: RuleSource): string {
  return fill(words.laws[source.law], { articles: source.law === 'house' ? '' : source.articles.join('、') });
}
