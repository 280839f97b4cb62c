import { formatFen } from '../../shared/money/money.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { PayWarning } from '../../shared/payroll/items.ts';

/** A warning of a pay line as a sentence. */
export function warningText(each: PayWarning, words: Words<Messages>): string {
  return fill(words.payroll.warningTexts[each.code], {
    count: each.days.length,
    amount: formatFen(each.amount ?? 0),
    number: each.number ?? 0,
  });
}
