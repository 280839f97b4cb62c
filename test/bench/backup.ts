import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { contentOf, writeCopy } from '../../db/copy.ts';
import { openStore } from '../../db/open.ts';
import { readBackup } from '../../electron/core/backup-reading.ts';
import { setAt } from '../../electron/core/backup-set.ts';
import { writeSets } from '../../electron/core/backup-writing.ts';
import { cpuSeconds } from './clock.ts';

/**
 * `npm run bench:backup`: ten years of a centre of 40 (60,000 checkups, 146,000 days of attendance, 120 packages, 300,000 lines
 * of the log) backed up and read back. Only the first step holds the house up; the bar is one second. The others run in a thread.
 */
const BAR = 1000;
const folder = mkdtempSync(join(tmpdir(), 'nuantuo-bench-'));
const key = new Uint8Array(32).fill(7);
const name = '411799001-20261101-090000-0123abcd';
const nothing = () => undefined;

function fill(): ReturnType<typeof openStore> {
  const store = openStore({ file: join(folder, 'centre.db'), key, create: true });
  const { raw } = store;
  const day = (index: number) =>
    new Date(Date.UTC(2016, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  raw.transaction(() => {
    raw.exec(
      `INSERT INTO centre VALUES (1, '柳河镇重度残疾人托养中心', '', '411799', '', '411799001', 0, '')`,
    );
    const resident = raw.prepare(
      `INSERT INTO resident (id, name, pinyin, initials, standing, recorded_at, recorded_by) VALUES (?, '王国庆', '', '', 'provisional', '', '')`,
    );
    const caregiver = raw.prepare(
      `INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
      VALUES (?, '李桂英', '', '', 'female', ?, '1970-01-01', 0, '2016-01-01', '', '')`,
    );
    for (let index = 0; index < 40; index += 1) {
      resident.run(`r${index}`);
      caregiver.run(`c${index}`, `411799197001010${String(index).padStart(3, '0')}`);
    }
    const checkup = raw.prepare(
      `INSERT INTO checkup (id, resident_id, day, temperature, pulse, systolic, diastolic, note, doer, typist, recorded_at)
      VALUES (?, ?, ?, 365, 72, 128, 82, '精神可，饮食可，睡眠一般', 'n1', 'n1', '2026-11-01T01:00:00.000Z')`,
    );
    for (let index = 0; index < 60_000; index += 1)
      checkup.run(`checkup-of-the-bench-${index}`, `r${index % 40}`, day(Math.floor(index / 40)));
    const attendance = raw.prepare(
      `INSERT INTO attendance (id, caregiver_id, day, mark, source, recorded_at, recorded_by) VALUES (?, ?, ?, 'day', 'roster', '2026-11-01T01:00:00.000Z', 'n1')`,
    );
    for (let index = 0; index < 146_000; index += 1)
      attendance.run(`attendance-of-the-bench-${index}`, `c${index % 40}`, day(Math.floor(index / 40)));
    const parcel = raw.prepare(
      `INSERT INTO package (id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, content, built_at, built_by)
      VALUES (?, 1, ?, '2026-10', 'full', ?, ?, ?, '{}', '', 1, ?, '', '')`,
    );
    for (let seq = 1; seq <= 120; seq += 1) {
      const hash = seq.toString(16).padStart(64, '0');
      parcel.run(`p${seq}`, seq, hash, '0'.repeat(64), hash, Buffer.alloc(120_000, seq));
    }
    for (let index = 0; index < 300_000; index += 1)
      appendAudit(raw, {
        at: '2026-11-01T01:00:00.000Z',
        actor: 'n1',
        action: 'checkups.record',
        object: `r${index % 40}`,
        detail: '体温 36.5',
      });
  })();
  return store;
}

// As on a morning after years of work: all in the file, nothing in the log, no statement left open. VACUUM looks at every prepared
// statement again and again, so the hundreds of thousands that filled the file would be measured instead of the file.
fill().close();
const store = openStore({ file: join(folder, 'centre.db'), key });
const timed = <T>(what: string, work: () => T): T => {
  const [began, cpu] = [performance.now(), cpuSeconds()];
  const result = work();
  const milliseconds = performance.now() - began;
  const used = (cpuSeconds() - cpu) * 1000;
  console.log(
    `${what.padEnd(60)} ${milliseconds.toFixed(0).padStart(7)} ms, ${used.toFixed(0)} ms of processor time`,
  );
  if (what.startsWith('the house is held') && milliseconds > BAR) process.exitCode = 1;
  return result;
};
const draft = join(folder, 'draft', 'centre.db');
mkdirSync(join(folder, 'draft'));
const content = timed('the house is held: content noted, copy written and synced', () => {
  const found = contentOf(store.raw);
  writeCopy(store.raw, draft);
  return found;
});
console.log(
  `size of the database: ${(statSync(draft).size / 1e6).toFixed(0)} MB; bar for the line above: ${BAR} ms`,
);
store.close();
timed('in a thread: opened, walked, compared, written, read back', () =>
  writeSets(
    {
      draft,
      key: Uint8Array.from(key),
      content,
      keyring: new Uint8Array(900),
      about: {
        name,
        centre: { id: 'c1', code: '411799001', name: '柳河' },
        program: 'bench',
        reason: 'asked',
        made_at: '2026-11-01T01:00:00.000Z',
      },
      targets: [{ placeId: 'p1', label: 'bench', folder, largestFile: null }],
    },
    nothing,
  ),
);
const { manifest } = setAt(join(folder, name), name);
if (!manifest) throw new Error('no manifest');
timed('in a thread: a restore or a drill copies and verifies', () =>
  readBackup(
    { folder: join(folder, name), name, manifest, key: Uint8Array.from(key), into: join(folder, 'into') },
    nothing,
  ),
);
rmSync(folder, { recursive: true, force: true });
