import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Client } from './house.ts';
import { aCounty, run } from './county-office.ts';
import { CENTER } from './packages.ts';

export const asFile = (name: string, bytes: Uint8Array) => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});
export const TWO = ['--confirmed-by', '甲,乙'] as const;

/** A county office that enrolled this centre, and the centre that entered the county's card: what passes between them is files. */
export async function countyFor(director: Client) {
  const county = await aCounty({ enrolled: false });
  const write = (file: { name: string; base64: string }) => {
    writeFileSync(county.at(file.name), Buffer.from(file.base64, 'base64'));
    return file.name;
  };
  const read = (name: string) => asFile(name, readFileSync(county.at(name)));
  const card = () => read('TYX1_411799.county');
  const enterCard = async (who = director) => {
    const { fingerprint } = await who.package.readCountyCard({ file: card() });
    return who.package.setCountyCard({ file: card(), fingerprint });
  };
  const enrol = async (file: { name: string; base64: string }, ...more: string[]) =>
    run('enrol', county.at(write(file)), '--keys', county.at('.'), ...more);
  await enterCard();
  // In force since September: a test may set the county's clock back to where October lies ahead.
  await enrol(await director.package.enrolment({}), '--on', '2026-09-01');
  /** The receipts in the office, the newest last. */
  const receipts = () => readdirSync(county.at('.')).filter((name) => name.endsWith('.receipt'));
  return {
    ...county,
    write,
    read,
    card,
    enterCard,
    enrolFile: enrol,
    receipts,
    /** Hands a package in, and answers the county's words and the receipt it wrote. */
    async handIn(file: { name: string; base64: string }, ...more: string[]) {
      const { code, out, error } = await county.receive(write(file), '--json', ...more);
      const report = JSON.parse(out || 'null') as {
        code: string | null;
        verdict: string;
        receipts: string[];
      } | null;
      const [path] = report?.receipts ?? [];
      const receipt = path === undefined ? null : asFile('回执.receipt', readFileSync(path));
      return { exit: code, report, receipt, error };
    },
    async resync(...more: string[]) {
      const answer = await run(
        'resync',
        CENTER,
        '--key',
        county.at('county.key'),
        '--ledger',
        county.at('ledger.json'),
        ...more,
      );
      const token = readdirSync(county.at('.'))
        .filter((name) => name.endsWith('.resync'))
        .toSorted()
        .at(-1);
      return { ...answer, token: token === undefined ? null : read(token) };
    },
  };
}
