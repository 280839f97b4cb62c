import { parseArgs, type ParseArgsConfig } from 'node:util';
import { addDays, isDay, type Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Confirmation } from '../../shared/package/chain.ts';
import { Complaint } from './complaint.ts';
import { enrolCentre } from './enrol.ts';
import { makeCountyKeys } from './keys.ts';
import { printed, reportOn } from './report.ts';
import { verifyPackage } from './verify.ts';

export type CommandOutput = { readonly out: (text: string) => void; readonly error: (text: string) => void };

const options = {
  out: { type: 'string' },
  keys: { type: 'string' },
  key: { type: 'string' },
  signers: { type: 'string' },
  revoked: { type: 'string' },
  ledger: { type: 'string' },
  county: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string' },
  'new-epoch-after': { type: 'string' },
  'confirmed-by': { type: 'string' },
  replace: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

type Given = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

/**
 * The county's desk without a window: keygen, enrol, verify. Answers the exit code: 0 done or taken, 1 the command or the
 * desk is not in order, 2 the package is refused or waits for others.
 */
export async function runCountyCommand(
  args: readonly string[],
  today: Day,
  { out, error }: CommandOutput,
): Promise<number> {
  const language: Language = args.some(
    (arg, index) => arg === '--lang=en' || (arg === 'en' && args[index - 1] === '--lang'),
  )
    ? 'en'
    : 'zh-CN';
  const words = messages[language].packages.command;
  try {
    const given = parse(args);
    if (given.values.help) {
      out(`${words.usage}\n`);
      return 0;
    }
    return await perform(given, today, language, out);
  } catch (thrown) {
    const complaint = asComplaint(thrown);
    error(`${fill(words.errors[complaint.code], complaint.facts)}\n`);
    if (complaint.code === 'usage') error(`${words.usage}\n`);
    return 1;
  }
}

async function perform(
  { values, positionals }: Given,
  today: Day,
  language: Language,
  out: (text: string) => void,
): Promise<number> {
  const words = messages[language].packages.command;
  const [command, file, ...rest] = positionals;
  if (rest.length > 0) throw new Complaint('usage');

  if (command === 'keygen' && values.out !== undefined && file === undefined) {
    out(`${fill(words.keygenDone, await makeCountyKeys(values.out, values.county ?? null))}\n`);
    return 0;
  }
  const on = values.on ?? today;
  if (!isDay(on)) throw new Complaint('notADay');
  if (command === 'enrol' && file !== undefined && values.keys !== undefined) {
    const { name, center, after, before, fingerprint, spoken } = enrolCentre(
      file,
      values.keys,
      on,
      values.replace ?? false,
    );
    const [from, until] = [dayText(after, language), dayText(addDays(before, -1), language)];
    out(`${fill(words.enrolled, { name, center, from, until, fingerprint, spoken })}\n`);
    return 0;
  }
  if (command === 'verify' && file !== undefined && values.key !== undefined) {
    const { key, signers, revoked, ledger, county } = values;
    if (county !== undefined && !/^\d{6}$/.test(county)) throw new Complaint('notACounty');
    const confirmation = confirmationIn(values);
    const verified = await verifyPackage({
      file,
      key,
      today: on,
      ...(signers === undefined ? {} : { signers }),
      ...(revoked === undefined ? {} : { revoked }),
      ...(ledger === undefined ? {} : { ledger }),
      ...(county === undefined ? {} : { county }),
      ...(confirmation === undefined ? {} : { confirmation }),
    });
    const report = reportOn(verified, file, ledger ?? null, language);
    out(values.json ? `${JSON.stringify(report, null, 2)}\n` : printed(report, language));
    return report.verdict === 'accepted' ? 0 : 2;
  }
  throw new Complaint('usage');
}

function confirmationIn(values: Given['values']): Confirmation | undefined {
  const { 'new-epoch-after': lastHash, 'confirmed-by': people } = values;
  if (lastHash === undefined && people === undefined) return undefined;
  const [one, other, ...rest] = (people ?? '').split(/[,，、]/).map((name) => name.trim());
  const hash = lastHash?.replaceAll(' ', '') ?? '';
  if (!/^[0-9a-f]{64}$/.test(hash) || !one || !other || one === other || rest.length > 0)
    throw new Complaint('notConfirmed');
  return { lastHash: hash, by: [one, other] };
}

/** parseArgs throws TypeErrors with codes of its own for what it does not know; anything else is a fault and goes on. */
function asComplaint(thrown: unknown): Complaint {
  if (thrown instanceof Complaint) return thrown;
  if (thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS'))
    return new Complaint('usage');
  throw thrown;
}
