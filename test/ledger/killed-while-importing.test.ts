import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { createRouterClient } from '@orpc/server';
import { router } from '../../electron/core/router.ts';
import { aHouse, PASSWORD } from '../support/house.ts';
import { countRows, LEDGER_TABLES, LIUHE } from './bring-in.ts';

const IMPORTER = new URL('./importer-process.ts', import.meta.url).pathname;

type Outcome = { readonly committed: boolean; readonly milliseconds: number };

/** Imports in another process and kills it (SIGKILL) so long after the commit began; null = lets it finish. */
function importAndKill(folder: string, after: number | null): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(IMPORTER, [folder, LIUHE], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
    });
    let [begin, committed, errors] = [0, false, ''];
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('message', (message) => {
      if (message === 'committed') committed = true;
      else begin = performance.now();
      if (message === 'begin' && after !== null) setTimeout(() => child.kill('SIGKILL'), after);
      else if (message === 'committed') child.kill('SIGKILL');
    });
    child.on('exit', () => {
      if (begin === 0) reject(new Error(`the importer never began: ${errors}`));
      else resolve({ committed, milliseconds: performance.now() - begin });
    });
  });
}

/** Opens the centre again as after a restart, and counts what is in it. */
async function countsAfterRestart(folder: string): Promise<Record<string, number>> {
  const house = new House({ folder, kdf: { N: 2 ** 4, r: 8, p: 1 } });
  const client = createRouterClient(router, { context: { house, connection: house.connect() } });
  await client.people.signIn({ login: 'director', password: PASSWORD });
  const raw = house.open?.store.raw;
  if (!raw) throw new Error('the house did not open');
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  const counts = countRows(raw, LEDGER_TABLES);
  house.lock();
  return counts;
}

describe('killing the process during an import', () => {
  it('shows nothing half imported and loses nothing committed', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const centre = join(folder, 'centre');
    const { house } = await aHouse({ folder: centre });
    house.lock();
    const copy = (name: string) => {
      const target = join(folder, name);
      cpSync(centre, target, { recursive: true });
      return target;
    };

    const whole = copy('whole');
    const { milliseconds } = await importAndKill(whole, null);
    const full = await countsAfterRestart(whole);
    expect(full).toMatchObject({
      resident: 38,
      caregiver: 19,
      checkup: 74,
      attendance: 589,
      ledger_import: 1,
    });
    const none = Object.fromEntries(LEDGER_TABLES.map((table) => [table, 0]));

    let [empty, kept] = [0, 0];
    for (let round = 0; round < 12; round++) {
      const target = copy(`round-${round}`);
      const { committed } = await importAndKill(target, (milliseconds * round) / 10);
      const counts = await countsAfterRestart(target);
      expect([none, full]).toContainEqual(counts);
      // What was committed is there; what was not may be, when the kill came between the commit and the word of it.
      expect(committed && counts.resident === 0).toBe(false);
      if (counts.resident === 0) empty++;
      else kept++;
      rmSync(target, { recursive: true, force: true });
    }
    // Kills before the commit were among them, or the test has shown nothing; the run that was let finish is the other side.
    expect(empty).toBeGreaterThan(0);
    expect(empty + kept).toBe(12);
  });
});
