import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFen } from '../shared/money/money.ts';
import { fill } from '../shared/messages/fill.ts';
import { messages } from '../shared/messages/index.ts';
import { isFailure, sentenceFor } from '../shared/messages/sentence.ts';
import { LedgerHasNoMonth, runMonth } from './month/run.ts';

const words = messages['zh-CN'].month;

/** `npm run month -- --ledger FILE --out DIR [--seed N]`: exit 0 when the package was verified, 1 when something was refused. */
async function main(args: readonly string[]): Promise<number> {
  const options = {
    ledger: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch {
    values = null; // an unknown option: the usage says which there are
  }
  const seed = Number(values?.seed);
  if (!values?.ledger || !values.out || !Number.isSafeInteger(seed) || seed < 0) {
    console.error(words.usage);
    return 1;
  }
  // npm runs scripts in the project's folder; people name files from where they stand.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const [ledger, out] = [resolve(here, values.ledger), resolve(here, values.out)];
  if (!existsSync(ledger)) {
    console.error(fill(words.noLedger, { file: ledger }));
    return 1;
  }
  const began = performance.now();
  try {
    const summary = await runMonth({
      ledger,
      out,
      seed,
      paper: true,
      say: (step, facts) => {
        const shown = 'net' in facts ? { ...facts, net: formatFen(Number(facts['net'])) } : facts;
        console.log(
          `[${((performance.now() - began) / 1000).toFixed(1)} s] ${fill(words.steps[step], shown)}`,
        );
      },
    });
    console.log(fill(summary.package.verified ? words.done : words.notVerified, { out }));
    return summary.package.verified ? 0 : 1;
  } catch (error) {
    if (error instanceof LedgerHasNoMonth) console.error(words.noMonth);
    else if (isFailure(error)) console.error(sentenceFor(error, 'zh-CN'));
    else throw error;
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
