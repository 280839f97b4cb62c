import { writevSync } from 'node:fs';
import { auditHead } from '../../db/audit.ts';
import type { House } from '../../electron/core/house.ts';
import { isFailure, sentenceFor } from '../../shared/messages/sentence.ts';

/** Says a line on the standard output, past the call `write`, which a test may let fail in the whole process. */
export const say = (word: object) => writevSync(1, [Buffer.from(`${JSON.stringify(word)}\n`)]);

/** Does things that may be refused in a process whose disk fails, and says each answer, with the head of the log, and each refusal. */
export function attempts(house: House, password: () => string) {
  /** True when it was answered. */
  return async (name: string, act: () => unknown): Promise<boolean> => {
    try {
      await act();
      const raw = house.open?.store.raw;
      say({ did: name, ...(raw ? auditHead(raw) : { seq: 0, hash: '' }), password: password() });
      return true;
    } catch (error) {
      const known = isFailure(error) && sentenceFor(error, 'zh-CN').endsWith('。');
      say({ refused: name, code: known ? error.code : String(error) });
      return false;
    }
  };
}
