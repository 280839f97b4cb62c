import type { RefusalCode, RefusalFacts } from '../package/refusal.ts';
import { fill } from './fill.ts';
import { messages } from './index.ts';
import type { Language } from './language.ts';
import { packageSentence, spokenFacts } from './package-sentence.ts';

/** What the county's reason means for the centre: what it is to do. Reasons about rows are quoted as the county reads them. */
export function receiptSentence(code: RefusalCode, facts: RefusalFacts, language: Language): string {
  const { reasons, quoted } = messages[language].packageLife.receipt;
  if (!isReason(code, reasons)) return fill(quoted, { sentence: packageSentence(code, facts, language) });
  return fill(reasons[code], spokenFacts(facts, language));
}

function isReason<R extends object>(code: string, reasons: R): code is Extract<keyof R, string> {
  return Object.hasOwn(reasons, code);
}
