import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCountyCommand } from '../../electron/county/command.ts';
import type { Day } from '../../shared/calendar/day.ts';

/**
 * The county's side of a month run, with keys made for it alone: the very command that the county types, so that what verifies
 * here verifies there.
 */
export async function countyDesk(folder: string, county: string, today: Day) {
  const command = async (args: readonly string[]): Promise<{ code: number; text: string }> => {
    let text = '';
    const write = (part: string) => void (text += part);
    return { code: await runCountyCommand(args, today, { out: write, error: write }), text };
  };
  // Keys are never overwritten; a run into the same folder uses them again and begins a ledger of its own.
  if (!existsSync(join(folder, 'county.key'))) {
    const made = await command(['keygen', '--out', folder, '--county', county]);
    if (made.code !== 0) throw new Error(made.text);
  }
  rmSync(join(folder, 'ledger.json'), { force: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.receipt')) rmSync(join(folder, name));
  const read = (name: string) => ({ name, base64: readFileSync(join(folder, name)).toString('base64') });
  return {
    /** Where the county's card lies, for a person to pick. */
    cardFile: join(folder, `TYX1_${county}.county`),
    /** The county's card, as the centre enters it. */
    card: () => read(`TYX1_${county}.county`),
    /** The receipts that the county wrote, to be brought back to the centre. */
    receipts: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.receipt'))
        .map(read),

    async enrol(base64: string): Promise<void> {
      const file = join(folder, 'enrolment.json');
      writeFileSync(file, Buffer.from(base64, 'base64'));
      const { code, text } = await command(['enrol', file, '--keys', folder, '--replace']);
      if (code !== 0) throw new Error(text);
    },

    /** Verifies a package and leaves the county's report; true when it was accepted. */
    async verify(file: string, report: string): Promise<boolean> {
      const { code, text } = await command([
        'verify',
        file,
        '--key',
        join(folder, 'county.key'),
        '--ledger',
        join(folder, 'ledger.json'),
      ]);
      writeFileSync(report, text);
      return code === 0;
    },
  };
}
