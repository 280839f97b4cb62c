import { rmSync } from 'node:fs';
import { fillingFolder } from '../core/restore-swap.ts';
import { bringIn, restore, unlockSet } from '../core/restore.ts';
import { door, type Visit } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { findSet, listed, watched } from './backup-work.ts';

/**
 * The ways back: open before anybody can sign in, since that is when they are needed (a new PC, a file that does not open any
 * more). Whoever has neither the paper code nor a director's password of the backup gets nothing but its name and date.
 */
export const restoring = {
  found: door.backup.found.handler(async ({ context }) => {
    requireDirectorOrNobody(context);
    const { house } = context;
    return house
      .volumes()
      .flatMap((volume) => listed(house, volume))
      .toSorted((a, b) => (b.madeAt ?? '').localeCompare(a.madeAt ?? ''));
  }),

  look: door.backup.look.handler(async ({ input, context }) => {
    requireDirectorOrNobody(context);
    const { house } = context;
    const from = await unlockSet(house, findSet(house, input.backup), input.proof);
    const into = fillingFolder(house.folder);
    try {
      return await watched(context, input.job, (watch) => bringIn(house, from, into, watch));
    } finally {
      from.dataKey.fill(0);
      rmSync(into, { recursive: true, force: true });
    }
  }),

  restore: door.backup.restore.handler(async ({ input, context }) => {
    requireDirectorOrNobody(context);
    const { house } = context;
    const from = await unlockSet(house, findSet(house, input.backup), input.proof);
    const { knowsOfPackages } = input;
    return watched(context, input.job, (watch) => restore(house, from, { ...watch, knowsOfPackages }));
  }),
};

/** While somebody works, only a director may pull the file away from under them. */
function requireDirectorOrNobody({ house, connection }: Visit): void {
  if (house.open && connection.me?.role !== 'director') refuse('NOT_ALLOWED', { needs: 'backup.manage' });
}
