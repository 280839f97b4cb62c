import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import { acts, type Given } from './acts.ts';
import { Complaint } from './complaint.ts';

export type CommandOutput = { readonly out: (text: string) => void; readonly error: (text: string) => void };

const options = {
  out: { type: 'string' },
  keys: { type: 'string' },
  key: { type: 'string' },
  signers: { type: 'string' },
  revoked: { type: 'string' },
  ledger: { type: 'string' },
  receipts: { type: 'string' },
  county: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string' },
  'new-epoch-after': { type: 'string' },
  'confirmed-by': { type: 'string' },
  epoch: { type: 'string' },
  replace: { type: 'boolean' },
  finish: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

/**
 * The county's desk without a window: keygen, enrol, verify, resync, rotate, revoke, rotate-key, open-complaint. Answers the exit code: 0 done
 * or taken, 1 the command or the desk is not in order, 2 the package is refused or waits for others.
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
    const { values, positionals } = parse(args);
    if (values.help) {
      out(`${words.usage}\n`);
      return 0;
    }
    const [command = '', file, ...rest] = positionals;
    const on = values.on ?? today;
    if (rest.length > 0 || !Object.hasOwn(acts, command)) throw new Complaint('usage');
    if (!isDay(on)) throw new Complaint('notADay');
    const given: Given = { values, file, today: on, language };
    const { code, text } = await acts[command as keyof typeof acts](given);
    out(text);
    return code;
  } catch (thrown) {
    const complaint = asComplaint(thrown);
    error(`${fill(words.errors[complaint.code], complaint.facts)}\n`);
    if (complaint.code === 'usage') error(`${words.usage}\n`);
    return 1;
  }
}

/** parseArgs throws TypeErrors with codes of its own for what it does not know; anything else is a fault and goes on. */
function asComplaint(thrown: unknown): Complaint {
  if (thrown instanceof Complaint) return thrown;
  if (thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS'))
    return new Complaint('usage');
  throw thrown;
}
