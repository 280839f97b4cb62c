import type { Database } from 'better-sqlite3';
import { appendAudit } from '../../db/audit.ts';
import { totalNames } from '../../shared/package/tables.ts';
import { tableNames } from '../../shared/package/tables.ts';

type People = { readonly caregivers: readonly string[]; readonly residents: readonly string[] };

const FIRST_DAY = Date.UTC(2016, 10, 1);
const DAYS = 3650;
const AT = '2026-10-31T01:00:00.000Z';

const counts = Object.fromEntries(tableNames.map((name) => [name, 40]));
const totals = Object.fromEntries(totalNames.map((name) => [name, 100_000]));

const dayNumber = (index: number) => new Date(FIRST_DAY + index * 86_400_000).toISOString().slice(0, 10);

/**
 * Writes ten years of a centre of forty into its tables, by the driver: 73,000 days of attendance of twenty caregivers, 60,000
 * checkups, 120 packages of 120 kB, 300,000 lines of the log. For benches only: no rule was asked.
 */
export function fillTenYears(raw: Database, { caregivers, residents }: People, author: string): void {
  raw.transaction(() => {
    const checkup = raw.prepare(
      `INSERT INTO checkup (id, resident_id, day, temperature, pulse, systolic, diastolic, note, doer, typist, recorded_at)
       VALUES (?, ?, ?, 365, 72, 128, 82, '精神可，饮食可，睡眠一般', ?, ?, ?)`,
    );
    for (let index = 0; index < 60_000; index += 1) {
      const resident = residents[index % residents.length];
      const day = dayNumber(Math.floor((index / 60_000) * DAYS));
      checkup.run(`checkup-of-the-bench-${index}`, resident, day, author, author, AT);
    }
    const attendance = raw.prepare(
      `INSERT INTO attendance (id, caregiver_id, day, mark, source, recorded_at, recorded_by)
       VALUES (?, ?, ?, 'day', 'roster', ?, ?)`,
    );
    for (let day = 0; day < DAYS; day += 1)
      for (const caregiver of caregivers)
        attendance.run(`attendance-${day}-${caregiver}`, caregiver, dayNumber(day), AT, author);
    const parcel = raw.prepare(
      `INSERT INTO package (id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, built_at, built_by)
       VALUES (?, 1, ?, ?, 'full', ?, ?, ?, ?, 'TYX1.tyx', 120000, ?, ?)`,
    );
    const file = raw.prepare('INSERT INTO package_content VALUES (?, ?)');
    for (let seq = 1; seq <= 120; seq += 1) {
      const hash = seq.toString(16).padStart(64, '0');
      const period = dayNumber(seq * 30).slice(0, 7);
      const manifest = JSON.stringify({ epoch: 1, seq, period, kind: 'full', counts, totals });
      parcel.run(`p${seq}`, seq, period, hash, '0'.repeat(64), hash, manifest, AT, author);
      file.run(`p${seq}`, Buffer.alloc(120_000, seq));
    }
    for (let index = 0; index < 300_000; index += 1) {
      const object = residents[index % residents.length] ?? '';
      appendAudit(raw, { at: AT, actor: author, action: 'checkups.record', object, detail: '体温 36.5' });
    }
  })();
}
