import type { FailureCode, FailureData } from '../contract/failures.ts';

/** One sentence for each failure: what is the case, what to do. A code without a sentence does not compile. */
export type FailureWords = { readonly [C in FailureCode]: (data: FailureData[C]) => string };

/** Names of input fields and of things, for sentences such as "Please check: …"; an unknown one falls back to a general word. */
export type NameWords = Readonly<Record<string, string>>;
