import { createRouterClient } from '@orpc/server';
import { join } from 'node:path';
import { auditHead } from '../../db/audit.ts';
import { chainStart, walkChain } from '../../db/audit-check.ts';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { CHEAP, MORNING } from './desk.ts';

/** What the process had said: how far the audit log was, and the director's password. */
export type Said = { readonly seq: number; readonly hash: string; readonly password: string };

/** Each record of the nurse has its line and each line its twelve records; a draft of pay has all its people or is not there. */
const HALVES = `
  SELECT 'checkups' WHERE (SELECT count(*) FROM checkup WHERE typist = (SELECT id FROM account WHERE login = 'nurse'))
    <> 12 * (SELECT count(*) FROM audit WHERE action = 'checkups.record')
  UNION ALL
  SELECT 'pay' FROM pay_run r WHERE (SELECT count(*) FROM pay_line l WHERE l.run_id = r.id) <> 19
  UNION ALL
  SELECT 'pay sum' FROM pay_line WHERE gross_fen - deduction_fen - tax_fen <> net_fen`;

/** What is wrong with the house after the kill, opened as on the next morning; throws when it does not open. `halves` finds what is half done. */
export async function nextMorning(root: string, last: Said, coming: string | null, halves = HALVES) {
  const house = new House({ folder: join(root, 'centre'), now: () => MORNING, kdf: CHEAP });
  const client = createRouterClient(router, { context: { house, connection: house.connect() } });
  const signIn = (password: string) => client.people.signIn({ login: 'director', password });
  try {
    let { password } = last;
    if (coming === null) await signIn(password);
    else
      await signIn(password).catch(() => {
        password = coming;
        return signIn(password);
      });
    const raw = house.open?.store.raw;
    if (!raw) throw new Error('the house did not open');
    const wrong = raw.prepare(halves).pluck().all() as string[];
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('integrity');
    if (walkChain(raw, chainStart, Number.MAX_SAFE_INTEGER).faultCount > 0) wrong.push('audit chain');
    // A line of the log names all before it: where this one stands as it was said, nothing that was answered is lost.
    const hash = raw.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(last.seq);
    if (hash !== last.hash) wrong.push('lost');
    // A kill tears the last change at most, which is no damage of the disk.
    if (house.journalCut !== null) wrong.push('false alarm');
    return { wrong, said: { ...auditHead(raw), password } };
  } finally {
    house.lock();
  }
}
