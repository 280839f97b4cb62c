import { messages, type Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { useLanguage } from './language.ts';

/** All texts in the language of the screen, for functions that pick one: route labels, columns. In sentences use `t`. */
export function useWords(): Words<Messages> {
  return messages[useLanguage()];
}
