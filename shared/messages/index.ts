import { en } from './en/index.ts';
import type { Language } from './language.ts';
import type { Words } from './words.ts';
import { zhCN } from './zh-CN/index.ts';

export type Messages = typeof zhCN;

/** All texts by language: i18next reads them on the screen, command lines read them with fill(). */
export const messages: Readonly<Record<Language, Words<Messages>>> = { 'zh-CN': zhCN, en };
