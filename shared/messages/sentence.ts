import { failures as declared, type FailureCode } from '../contract/failures.ts';
import { failures as english } from './en/failures.ts';
import type { FailureWords } from './failure-words.ts';
import type { Language } from './language.ts';
import { failures as chinese } from './zh-CN/failures.ts';

const sentences: Record<Language, FailureWords> = { 'zh-CN': chinese, en: english };

export type Failure = { readonly code: FailureCode; readonly data: unknown };

/** Whether something that was thrown is one of our declared failures (an oRPC error with a known code). */
export function isFailure(thrown: unknown): thrown is Failure {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return false;
  return typeof thrown.code === 'string' && Object.hasOwn(declared, thrown.code);
}

/** The sentence for a failure in the user's language. Facts that are not as declared give the sentence for an unexpected fault. */
export function sentenceFor(failure: Failure, language: Language): string {
  const words = sentences[language];
  const facts = declared[failure.code].data.safeParse(failure.data ?? {});
  if (!facts.success) return words.UNEXPECTED({ reference: failure.code });
  const say = words[failure.code] as (data: unknown) => string;
  return say(facts.data);
}
