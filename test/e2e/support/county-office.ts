import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCountyCommand } from '../../../electron/county/command.ts';
import { day } from '../../../shared/calendar/day.ts';

const CENTRE = '411799101';

/** The county's desk on the same day as the seat, with keys of its own. */
export async function countyOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-county-'));
  const run = async (...args: string[]) => {
    let text = '';
    const write = (part: string) => void (text += part);
    const code = await runCountyCommand(args, day('2026-11-01'), { out: write, error: write });
    return { code, text };
  };
  await run('keygen', '--out', folder, '--county', CENTRE.slice(0, 6));
  const desk = ['--key', join(folder, 'county.key'), '--ledger', join(folder, 'ledger.json')];
  return {
    folder,
    run,
    async verify(file: string) {
      const { text } = await run('verify', file, ...desk, '--json');
      return JSON.parse(text) as { verdict: string; receipts: string[] };
    },
    /** The re-sync token that two people of the county wrote. */
    async resync(): Promise<string> {
      await run('resync', CENTRE, ...desk, '--confirmed-by', '甲,乙');
      return join(folder, `TYX1_${CENTRE}_E2.resync`);
    },
  };
}
