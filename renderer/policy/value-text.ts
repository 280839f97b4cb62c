import { formatFen } from '../../shared/money/money.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { parameters, type ParameterKey, type ParameterValue } from '../../shared/policy/parameters.ts';

type PolicyWords = Words<Messages>['policy'];

/** 0.003 as 0.3 %: no dust of floating point behind it. */
export const percentText = (share: number): string => `${Number((share * 100).toFixed(4))}%`;

/** A value of a parameter in words: money in yuan, shares in per cent, tables as their first and last step. */
export function valueText(key: ParameterKey, raw: unknown, words: PolicyWords): string {
  const { unit, value: shape } = parameters[key];
  const checked = shape.safeParse(raw);
  if (!checked.success || checked.data === null) return words.unset;
  const value: ParameterValue = checked.data;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return words.tiers[value];
  if (typeof value === 'number') {
    if (unit === 'fen') return formatFen(value);
    return unit === 'percent' ? percentText(value) : String(value);
  }
  if (!Array.isArray(value)) {
    // All three tiers on one line, as the notices print them.
    return (['1', '2', '3'] as const).map((tier) => formatFen(value[tier]).replace(/\.00$/u, '')).join(' / ');
  }
  return listText(value, words);
}

type ListValue = Extract<ParameterValue, readonly unknown[]>;

function listText(list: ListValue, words: PolicyWords): string {
  const named = list.flatMap((each) => (typeof each === 'string' ? [words.engagements[each]] : []));
  if (named.length > 0 || list.length === 0) return named.join(words.and) || words.no;
  const rates = list.flatMap((each) => (typeof each === 'string' ? [] : [percentText(each.rate)]));
  return `${rates[0] ?? ''} … ${rates.at(-1) ?? ''}`;
}
