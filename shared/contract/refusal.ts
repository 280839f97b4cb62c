import type { FailureCode, FailureData } from './failures.ts';

/** What a pure rule answers when something must be refused: a declared failure with the facts of its sentence. */
export type Refusal<C extends FailureCode = FailureCode> = {
  [K in C]: { readonly code: K; readonly data: FailureData[K] };
}[C];
