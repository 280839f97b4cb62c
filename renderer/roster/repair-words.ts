import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { RepairChangeLine } from '../../shared/roster/repair-contract.ts';
import { ruleText } from './rule-text.ts';

/** Why one cell changes, in one line: whose shift it is, who takes hers, the rule behind a rest. */
export function whyText(change: RepairChangeLine, words: Words<Messages>): string {
  const why = words.rosterRepair.why;
  const { sick, before, after, takesFrom, givesTo, fillsOpen, because } = change;
  const given = givesTo === null ? null : fill(why.gives, { to: givesTo });
  if (sick) return [why.sick, before === null ? null : (given ?? why.leftOpen)].filter(Boolean).join('；');
  const takes =
    after === null
      ? null
      : takesFrom !== null
        ? fill(why.takes, { from: takesFrom })
        : fillsOpen
          ? why.open
          : why.more;
  const leaves = before === null ? null : (given ?? why.surplus);
  const rule =
    because === null
      ? null
      : fill(because.hard ? why.hard : why.soft, { rule: ruleText(words.roster, because) });
  return [takes, leaves, rule].filter(Boolean).join('；');
}

/** Minutes as hours with one decimal at most. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

/** A difference with its sign: +8, −8, 0. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
