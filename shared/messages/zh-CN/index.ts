import { frame } from './frame.ts';

/** Every text of the screen in Chinese, one file a feature. Failures stand apart: they are sentences with facts. */
export const zhCN = {
  frame,
};
