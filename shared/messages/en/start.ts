import type { Words } from '../words.ts';
import type { start as zh } from '../zh-CN/start.ts';

export const start: Words<typeof zh> = {
  cryptography:
    'The encryption part "{{block}}" on this PC is missing or wrong, so Nuantuo cannot start and no data was opened; please install Nuantuo again.',
};
