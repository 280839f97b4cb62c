import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runMonth } from '../../build/month/run.ts';
import type { Summary } from '../../build/month/summary.ts';

const ledger = new URL('../fixtures/liuhe.xls', import.meta.url).pathname;
const expected = JSON.parse(
  readFileSync(new URL('../fixtures/liuhe.expect.json', import.meta.url), 'utf8'),
) as {
  residents: number;
  cleanResidents: number;
  caregivers: number;
  devices: number;
  checkups: number;
  faults: { sheet: string; row: number; column: string; kind: string }[];
};

const folder = mkdtempSync(join(tmpdir(), 'nuantuo-month-test-'));
const run = (name: string, seed = 1) =>
  runMonth({ ledger, out: join(folder, name), seed, paper: false, say: () => undefined });
const place = (fault: { sheet: string; row: number; column: string; kind: string }) =>
  `${fault.sheet} ${fault.row} ${fault.column} ${fault.kind}`;

let summary: Summary;
beforeAll(async () => {
  summary = await run('first');
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('the month without a window', () => {
  it('reads every resident, registers those without doubt and houses the others provisionally', () => {
    expect(summary.residents).toEqual({ read: expected.residents, imported: expected.cleanResidents });
    expect(summary.provisional).toBe(expected.residents - expected.cleanResidents);
  });

  it('reports every planted fault with its row and kind, and none of those kinds anywhere else', () => {
    const planted = new Set(expected.faults.map(place));
    const kinds = new Set(expected.faults.map((fault) => fault.kind));
    const found = new Set(summary.faults.map(place));
    expect([...planted].filter((fault) => !found.has(fault))).toEqual([]);
    expect(
      [...found].filter((fault) => !planted.has(fault) && kinds.has(fault.split(' ').at(-1) ?? '')),
    ).toEqual([]);
  });

  it('brings in caregivers, devices and every checkup but the planted ones', () => {
    expect(summary.caregivers).toEqual({
      read: expected.caregivers,
      imported: expected.caregivers,
      paired: expected.caregivers,
    });
    expect(summary.devices).toBe(expected.devices);
    expect(summary.checkups).toEqual({ read: expected.checkups, imported: expected.checkups - 2 });
  });

  it('makes a roster of the next month without a hard violation', () => {
    expect(summary.roster).toMatchObject({ month: '2026-11', hard: 0 });
  });

  it('closes attendance and pays everybody', () => {
    expect(summary.attendance).toEqual({ month: '2026-10', people: 19 });
    expect(summary.payroll).toMatchObject({ month: '2026-10', lines: 19 });
    expect(summary.payroll.netFen).toBeGreaterThan(0);
  });

  it('builds a package that the county command accepts, and refuses with one byte flipped', () => {
    expect(summary.package).toMatchObject({ sequence: 1, verified: true });
    const out = join(folder, 'first');
    const flipped = readFileSync(join(out, summary.package.file));
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
    const file = join(folder, 'flipped.tyx');
    writeFileSync(file, flipped);

    expect(() =>
      execFileSync(
        process.execPath,
        ['build/county.ts', 'verify', file, '--key', join(out, 'county', 'county.key')],
        { stdio: 'pipe' },
      ),
    ).toThrow(/Command failed/);
  });

  it(
    'leaves the same data with the same seed, and another lawful roster with another',
    { timeout: 120_000 },
    async () => {
      const [again, other] = [await run('again'), await run('other', 2)];
      expect(again).toEqual(summary);
      expect(other.roster.hard).toBe(0);
      const report = (name: string) => readFileSync(join(folder, name, 'import-report.json'), 'utf8');
      expect(report('again')).toBe(report('first'));
    },
  );
});
