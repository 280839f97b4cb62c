import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCountyCommand } from '../../electron/county/command.ts';
import { day } from '../../shared/calendar/day.ts';
import { writeEnrolment } from '../../shared/package/enrolment.ts';
import type { Facts, Statement } from '../../shared/package/statement.ts';
import { aStatement, CENTER, centreKey, sealed } from './packages.ts';

const TODAY = day('2026-11-05');

/** Runs the county's command as its clerk does. */
export async function run(...args: string[]) {
  let [out, error] = ['', ''];
  const code = await runCountyCommand(args, TODAY, {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  });
  return { code, out, error };
}

/** A county office: a folder of keys in which the centre is enrolled, and a way to run its command. */
export async function aCounty({ enrolled = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-county-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await run('keygen', '--out', folder, '--county', '411799');
  const at = (name: string) => join(folder, name);
  const recipient = readFileSync(at('county.pub'), 'utf8').trim();
  const enrol = async (center = CENTER, key = centreKey, ...more: string[]) => {
    writeFileSync(
      at(`${center}.enrol`),
      writeEnrolment({ center, county: center.slice(0, 6), name: '柳河镇托养中心' }, key),
    );
    return run('enrol', at(`${center}.enrol`), '--keys', folder, ...more);
  };
  if (enrolled) await enrol();
  return {
    at,
    run,
    enrol,
    recipient,
    /** Writes a package of the centre and answers its statement. */
    async package(name: string, change: Partial<Facts> = {}, key = centreKey): Promise<Statement> {
      const statement = aStatement({ recipient, ...change }, undefined, key);
      writeFileSync(at(name), await sealed(statement.archive, recipient));
      return statement;
    },
    /** Any bytes encrypted for this county. */
    async file(name: string, content: Uint8Array): Promise<void> {
      writeFileSync(at(name), await sealed(content, recipient));
    },
    verify: (name: string, ...more: string[]) => run('verify', at(name), '--key', at('county.key'), ...more),
    /** With the ledger of the office, as a county works. */
    receive: (name: string, ...more: string[]) =>
      run('verify', at(name), '--key', at('county.key'), '--ledger', at('ledger.json'), ...more),
    ledger: () =>
      JSON.parse(readFileSync(at('ledger.json'), 'utf8')) as {
        centres: Record<string, { accepted: { seq: number }[]; waiting: { seq: number }[]; fork: unknown }>;
      },
  };
}
