import Driver, { type Database } from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { lostAnchors, recordAnchor } from '../../db/anchors.ts';
import { appendAudit, auditHead, FIRST_HASH, hashOfLine, type AuditLine } from '../../db/audit.ts';
import { chainStart, walkChain } from '../../db/audit-check.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { chance, count, seed } from '../support/counts.ts';

const LINES = 160;
/** Heads that were carried out: on paper, in a backup, in the newest package. */
const ANCHORS = [40, 100, LINES];

/** A log of some days whose triggers somebody with the key has dropped. */
function anUnguardedLog(): Database {
  const raw = new Driver(':memory:');
  migrate(raw, migrations);
  for (let number = 1; number <= LINES; number += 1) {
    appendAudit(raw, {
      at: new Date(Date.UTC(2026, 9, 1) + number * 600_000).toISOString(),
      actor: ['director', 'nurse', 'clerk'][number % 3] ?? '',
      action: ['checkups.record', 'beds.move', 'payroll.prepare'][number % 3] ?? '',
      object: `r${number}`,
      detail: number % 4 === 0 ? '' : `第 ${number} 次`,
    });
    if (ANCHORS.includes(number))
      recordAnchor(raw, { kind: 'paper', at: '', ...auditHead(raw), reference: `${number}` });
  }
  const triggers = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`)
    .pluck();
  for (const name of triggers.all() as string[]) raw.exec(`DROP TRIGGER "${name}"`);
  return raw;
}

type Draw = (below: number) => number;
/** What was done, to which lines: the first of them is where the log must say that something is wrong. */
type Tampering = { readonly what: string; readonly rows: readonly number[] };

const fields = ['at', 'actor', 'action', 'object', 'detail'] as const;

function edit(raw: Database, draw: Draw): Tampering {
  const row = 1 + draw(LINES);
  const column = [...fields, 'hash', 'prev'][draw(fields.length + 2)] ?? 'detail';
  const value =
    column === 'hash' || column === 'prev'
      ? draw(2 ** 30)
          .toString(16)
          .padStart(64, '0')
      : '改';
  raw.prepare(`UPDATE audit SET "${column}" = ? WHERE seq = ?`).run(value, row);
  return { what: `${column} of ${row} edited`, rows: [row] };
}

/** One character of a text is another: the smallest edit there is. */
function slip(raw: Database, draw: Draw): Tampering {
  const row = 1 + draw(LINES);
  const line = raw.prepare('SELECT * FROM audit WHERE seq = ?').get(row) as AuditLine;
  const place = draw(line.object.length);
  const other = line.object[place] === '9' ? '8' : '9';
  raw
    .prepare('UPDATE audit SET object = ? WHERE seq = ?')
    .run(line.object.slice(0, place) + other + line.object.slice(place + 1), row);
  return { what: `character ${place} of ${row}`, rows: [row] };
}

function remove(raw: Database, draw: Draw): Tampering {
  const row = 1 + draw(LINES - 1); // cutting off the end is a case of its own
  const last = Math.min(LINES - 1, row + draw(4));
  raw.prepare('DELETE FROM audit WHERE seq BETWEEN ? AND ?').run(row, last);
  return { what: `${row} to ${last} deleted`, rows: [row] };
}

/** The rows after a deleted one move up, so that the numbers show no gap. */
function removeAndClose(raw: Database, draw: Draw): Tampering {
  const row = 1 + draw(LINES - 1);
  raw.prepare('DELETE FROM audit WHERE seq = ?').run(row);
  raw.prepare('UPDATE audit SET seq = -seq WHERE seq > ?').run(row);
  raw.exec('UPDATE audit SET seq = -seq - 1 WHERE seq < 0');
  return { what: `${row} deleted and closed`, rows: [row] };
}

function reorder(raw: Database, draw: Draw): Tampering {
  const one = 1 + draw(LINES);
  const other = 1 + ((one - 1 + 1 + draw(LINES - 1)) % LINES);
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const move = raw.prepare('UPDATE audit SET seq = ? WHERE seq = ?');
  move.run(0, first);
  move.run(first, second);
  move.run(second, 0);
  return { what: `${first} and ${second} change places`, rows: [first, second] };
}

function insert(raw: Database, draw: Draw): Tampering {
  const row = 1 + draw(LINES);
  raw.prepare('UPDATE audit SET seq = -seq WHERE seq >= ?').run(row);
  raw.exec('UPDATE audit SET seq = 1 - seq WHERE seq < 0');
  raw
    .prepare(
      `INSERT INTO audit SELECT ?, at, actor, action, 'forged', detail, prev, ? FROM audit WHERE seq = ?`,
    )
    .run(
      row,
      draw(2 ** 30)
        .toString(16)
        .padStart(64, '0'),
      row + 1,
    );
  return { what: `${row} inserted`, rows: [row] };
}

const tamperings = [edit, slip, remove, removeAndClose, reorder, insert];

/** What an insider with the key does next: every hash from a row on is made to fit again. */
function recompute(raw: Database, from: number): void {
  let prev =
    (raw
      .prepare('SELECT hash FROM audit WHERE seq = ?')
      .pluck()
      .get(from - 1) as string | undefined) ?? FIRST_HASH;
  const lines = raw.prepare('SELECT * FROM audit WHERE seq >= ? ORDER BY seq').all(from) as AuditLine[];
  const seal = raw.prepare('UPDATE audit SET seq = ?, prev = ?, hash = ? WHERE seq = ?');
  for (const [index, line] of lines.entries()) {
    const hash = hashOfLine(from + index, prev, line);
    seal.run(from + index, prev, hash, line.seq);
    prev = hash;
  }
}

const walk = (raw: Database) => walkChain(raw, chainStart, LINES + 10);

describe('a log that somebody with the key has tampered with', () => {
  let raw: Database;
  beforeAll(() => {
    raw = anUnguardedLog();
  });

  /** Tampers, looks, and takes it back. */
  function tampered(tamper: (raw: Database) => void, look: () => void): void {
    raw.exec('BEGIN');
    try {
      tamper(raw);
      look();
    } finally {
      raw.exec('ROLLBACK');
    }
  }

  it('is whole before, and holds every place that was carried out', () => {
    expect(walk(raw)).toMatchObject({ whole: LINES, at: LINES, faultCount: 0 });
    expect(lostAnchors(raw)).toEqual([]);
  });

  it('is found out at the very row when the hashes were left', { timeout: 120_000 }, () => {
    const random = chance(seed('audit-tampering'));
    const draw: Draw = (below) => Math.floor(random() * below);
    const tried = new Map<string, number>();
    for (let number = 0; number < count('audit-tampering', 1_000); number += 1) {
      const tamper = tamperings[number % tamperings.length] ?? edit;
      let done: Tampering = { what: '', rows: [] };
      tampered(
        () => (done = tamper(raw, draw)),
        () => {
          const { faults, whole } = walk(raw);
          expect(faults[0]?.seq, done.what).toBe(done.rows[0]);
          expect(whole, done.what).toBe((done.rows[0] ?? 0) - 1);
          const named = faults.map(({ seq }) => seq);
          expect(named, done.what).toEqual(expect.arrayContaining([...done.rows]));
          expect(faults[0]?.expected).not.toBe(faults[0]?.found);
        },
      );
      tried.set(tamper.name, (tried.get(tamper.name) ?? 0) + 1);
    }
    expect([...tried.keys()]).toHaveLength(tamperings.length);
  });

  it(
    'is found out against what was carried out when every hash was made to fit again',
    {
      timeout: 120_000,
    },
    () => {
      const random = chance(seed('audit-rewriting'));
      const draw: Draw = (below) => Math.floor(random() * below);
      for (let number = 0; number < count('audit-rewriting', 1_000); number += 1) {
        const tamper = [slip, remove, removeAndClose, reorder, insert][number % 5] ?? slip;
        let done: Tampering = { what: '', rows: [] };
        tampered(
          () => {
            done = tamper(raw, draw);
            recompute(raw, done.rows[0] ?? 1);
          },
          () => {
            const row = done.rows[0] ?? 0;
            expect(walk(raw).faultCount, `${done.what}: the log alone shows nothing`).toBe(0);
            expect(
              lostAnchors(raw).map(({ seq }) => seq),
              done.what,
            ).toEqual(ANCHORS.filter((anchor) => anchor >= row));
          },
        );
      }
    },
  );

  it('is found out against what was carried out when its end was cut off', () => {
    const random = chance(seed('audit-cutting'));
    for (let number = 0; number < count('audit-cutting', 100); number += 1) {
      const left = Math.floor(random() * LINES);
      tampered(
        () => raw.prepare('DELETE FROM audit WHERE seq > ?').run(left),
        () => {
          expect(walk(raw)).toMatchObject({ faultCount: 0, whole: left });
          expect(lostAnchors(raw).map(({ seq, found }) => ({ seq, found }))).toEqual(
            ANCHORS.filter((anchor) => anchor > left).map((seq) => ({ seq, found: '' })),
          );
        },
      );
    }
  });

  it('says what should stand there and what does', () => {
    const sealed = raw.prepare('SELECT hash FROM audit WHERE seq = 7').pluck().get();
    tampered(
      () => raw.exec(`UPDATE audit SET detail = '没有这回事' WHERE seq = 7`),
      () => {
        const { faults } = walk(raw);
        expect(faults).toMatchObject([
          { kind: 'content', seq: 7, through: 7, expected: sealed, line: { detail: '没有这回事' } },
        ]);
      },
    );
    tampered(
      () => raw.exec('DELETE FROM audit WHERE seq BETWEEN 5 AND 7'),
      () =>
        expect(walk(raw).faults).toEqual([
          { kind: 'missing', seq: 5, through: 7, expected: sealed, found: '', line: null },
        ]),
    );
  });

  it('is judged the same in slices as in one go', () => {
    tampered(
      () => {
        raw.exec(`UPDATE audit SET detail = 'x' WHERE seq IN (3, 64, 65)`);
        raw.exec('DELETE FROM audit WHERE seq = 120');
      },
      () => {
        const whole = walk(raw);
        let state = chainStart;
        for (let slice = 0; slice < LINES; slice += 1) state = walkChain(raw, state, 7);
        expect(state).toEqual(whole);
        expect(whole.faults.map(({ seq }) => seq)).toEqual([3, 64, 65, 120]);
      },
    );
  });
});
