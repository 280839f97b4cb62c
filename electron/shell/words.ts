import { messages } from '../../shared/messages/index.ts';
import { languages } from '../../shared/messages/language.ts';
import type { shell } from '../../shared/messages/zh-CN/shell.ts';

/** A sentence in every language, one below the other: outside of its window the program does not know who reads it. */
export function inBoth(text: keyof typeof shell): string {
  return languages.map((language) => messages[language].shell[text]).join('\n');
}
