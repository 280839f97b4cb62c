import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { READING } from '../../electron/jobs/file-limits.ts';
import type { ReadWorkbook } from '../../electron/jobs/read-workbook.ts';
import { runWorker } from '../../electron/jobs/run-worker.ts';
import { verifyInThread } from '../../electron/jobs/verify-package.ts';
import { fileFaults } from '../../shared/ledger/file-faults.ts';
import { pack } from '../../shared/package/tar.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aDesk, IDENTITY, sealed } from '../support/packages.ts';
import { aSpoiledCsv } from './csv-mutations.ts';
import { aSpoiledWorkbook, honestWorkbooks } from './workbook-mutations.ts';
import { worstOldWorkbooks, worstTexts, worstWorkbooks } from './worst-workbooks.ts';

/** Of the processor's time, so that a busy machine does not count; the thread itself is ended after READING by the clock. */
const SLOWEST_SECONDS = 5;
const MOST_MEGABYTES = 512;

/** Does something, and makes sure that it stayed within what one file may cost. */
async function within<T>(work: () => Promise<T>): Promise<T> {
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => void (most = Math.max(most, process.memoryUsage.rss())), 5);
  const began = process.cpuUsage();
  try {
    return await work();
  } finally {
    clearInterval(looking);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6, 'seconds').toBeLessThan(SLOWEST_SECONDS);
    expect((Math.max(most, process.memoryUsage.rss()) - before) / 2 ** 20, 'megabytes').toBeLessThan(
      MOST_MEGABYTES,
    );
  }
}

/** How the reader took a file, in its own thread with its own limits: `read`, or the word of its refusal. */
async function outcomeInThread(bytes: Uint8Array): Promise<string> {
  const given = Uint8Array.from(bytes);
  const answer = await within(() => runWorker<ReadWorkbook>('read-workbook', given, READING));
  return 'refused' in answer ? answer.refused : 'read';
}

describe('the thread that reads workbooks', { timeout: 300_000 }, () => {
  it.each(Object.entries({ ...worstWorkbooks, ...worstOldWorkbooks, ...worstTexts }))(
    'reads or refuses %s within its time and memory',
    async (_, make) => {
      expect(['read', ...fileFaults]).toContain(await outcomeInThread(make()));
    },
  );

  it('refuses what would be too much for any thread before it is begun', async () => {
    const outcome = async (name: string) =>
      outcomeInThread({ ...worstWorkbooks, ...worstTexts }[name]?.() ?? new Uint8Array());
    expect(await outcome('rows and columns of a billion in the XML of 2003')).toBe('too-many-columns');
    expect(await outcome('a cell of markup over a billion columns and rows')).toBe('too-many-columns');
    expect(await outcome('a cell repeated over a billion columns and rows in flat OpenDocument')).toBe(
      'other-kind',
    );
    expect(await outcome('one long shared text in nearly all cells')).toBe('took-too-much');
    expect(await outcome('one tag of a million attributes')).toBe('damaged');
  });

  it('does the same with honest files that were spoiled at random', async () => {
    const draw = chance(seed('thread-mutations'));
    const honest = await honestWorkbooks();
    for (let round = 0; round < count('thread-mutations', 16, 2000); round++) {
      const bytes =
        round % 2 === 0
          ? aSpoiledWorkbook(honest[(round >> 1) % honest.length] ?? [], draw)
          : aSpoiledCsv(draw);
      expect(['read', ...fileFaults], `file ${round}`).toContain(await outcomeInThread(bytes));
    }
  });
});

const zeros = (megabytes: number) => new Uint8Array(megabytes * 2 ** 20);
const entry = (name: string, data: Uint8Array) => ({ name, data });

/** A header that says this size, its checksum right. */
function claiming(size: string): Uint8Array {
  const header = pack([entry('SHA256SUMS', new Uint8Array(1))]).slice(0, 512);
  header.set(Buffer.from(`${size}\0`), 124);
  header.fill(32, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return header;
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Containers that were sealed for the county by somebody who knows the format; what they mean is far more than they are. */
const worstContainers: Record<string, () => Uint8Array> = {
  'a header of eight gigabytes': () => joined(claiming('77777777777'), zeros(8)),
  'a header of thirty-two megabytes that are not there': () => joined(claiming('00200000000'), zeros(8)),
  'nothing but noughts': () => zeros(24),
  'twenty thousand headers of nothing': () =>
    joined(
      ...Array.from({ length: 20_000 }, (_, at) =>
        pack([entry(`data/${at}.ndjson`, new Uint8Array())]).slice(0, 512),
      ),
    ),
  'a manifest of ten million brackets': () =>
    pack([
      entry('SHA256SUMS', new Uint8Array(1)),
      entry('SHA256SUMS.sig', new Uint8Array(1)),
      entry('manifest.json', Buffer.alloc(10_000_000, '[')),
    ]),
  'sums of twenty megabytes': () =>
    pack([entry('SHA256SUMS', Buffer.alloc(20_000_000, `${'0'.repeat(64)}  a\n`))]),
};

describe('the thread that verifies packages', { timeout: 300_000 }, () => {
  it.each(Object.entries(worstContainers))('refuses %s within its time and memory', async (_, make) => {
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-worst-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'a.tyx');
    const bytes = await sealed(make());
    writeFileSync(file, bytes);
    const { ledgerOf: _ledgerOf, ...plain } = aDesk();
    const work = { file, identities: [IDENTITY], desk: { ...plain, ledgers: null } };
    const inspection = await within(() => verifyInThread(work, Math.max(bytes.length, 2_000_000)));
    expect(inspection.verdict).toBe('refused');
  });
});
