import type { Evaluation } from './evaluate.ts';
import type { Standing } from './generate-contract.ts';

/** What a judged roster leaves open and what is less than good about it, by rule, the most frequent first. */
export function standingOf({ violations }: Evaluation): Standing {
  const slots = violations.flatMap(({ rule, days: [day], shift, amount, part = null }) =>
    rule === 'coverMissing' && day !== undefined && shift !== null
      ? [{ day, shift, missing: amount, part }]
      : [],
  );
  const rules = new Map<Standing['rules'][number]['rule'], { cases: number; amount: number }>();
  for (const { rule, amount } of violations) {
    if (rule === 'coverMissing') continue;
    const sum = rules.get(rule) ?? { cases: 0, amount: 0 };
    rules.set(rule, { cases: sum.cases + 1, amount: sum.amount + Math.abs(amount) });
  }
  return {
    open: slots.reduce((sum, { missing }) => sum + missing, 0),
    slots,
    rules: [...rules].map(([rule, sum]) => ({ rule, ...sum })).toSorted((a, b) => b.cases - a.cases),
  };
}
