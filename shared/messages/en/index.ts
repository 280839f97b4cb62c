import type { Words } from '../words.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { frame } from './frame.ts';

/** Every text of the screen in English, with the keys of the Chinese. */
export const en: Words<typeof zhCN> = {
  frame,
};
