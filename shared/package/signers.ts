import { addDays, isDay, type Day } from '../calendar/day.ts';
import { areEqual } from './bytes.ts';
import { keyInLine, sshLine, type PublicKey } from './key.ts';
import { refusePackage } from './refusal.ts';
import { isSm2Key, type Sm2Key } from './sm2.ts';
import { namespaces } from './sshsig.ts';

/** A centre's signing key as the county enrolled it: in force from `after` up to the day before `before`. */
export type Signer = {
  readonly center: string;
  /** The centre's name for people, from the comment line above; '' when nobody wrote one. */
  readonly name: string;
  readonly key: PublicKey;
  readonly after: Day;
  readonly before: Day;
};

/** A centre's SM2 key for the second signature, in force as a signer's key is. */
export type SecondSigner = Pick<Signer, 'center' | 'after' | 'before'> & { readonly key: Sm2Key };

/** The county's two lists, as `ssh-keygen -Y verify -f … -r …` reads them, and the list of second keys, where it keeps one. */
export type Signers = {
  readonly allowed: readonly Signer[];
  readonly revoked: readonly PublicKey[];
  readonly second?: readonly SecondSigner[];
};

/** How long an enrolment lasts (trust.md 4.5). */
export const ENROLMENT_DAYS = 730;

const LINE =
  /^center-(\d{9}) namespaces="([^"]+)",valid-after="(\d{8})",valid-before="(\d{8})" (ssh-ed25519 [A-Za-z0-9+/=]+)$/;

/** A line of the county's file is not one that `enrol` writes; says which. */
export class SignersUnreadable extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is not an enrolled key`);
    this.line = line;
  }
}

const compact = (on: Day) => on.replaceAll('-', '');
const spread = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

/** The comment and the line that `enrol` writes for a key. */
export function signerLine({ center, name, key, after, before }: Signer): string {
  return `# ${name}\ncenter-${center} namespaces="${namespaces.export}",valid-after="${compact(after)}",valid-before="${compact(before)}" ${sshLine(key)}\n`;
}

export function signerFrom(
  { center, name, key }: Pick<Signer, 'center' | 'name' | 'key'>,
  today: Day,
): Signer {
  return { center, name, key, after: today, before: addDays(today, ENROLMENT_DAYS) };
}

/** Reads allowed_signers. Throws SignersUnreadable on a line that is neither blank, a comment, nor an enrolled key. */
export function readSigners(text: string): Signer[] {
  const signers: Signer[] = [];
  let name = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    if (line.startsWith('#')) {
      name = line.slice(1).trim();
      continue;
    }
    const [, center = '', namespace, from = '', until = '', keyText = ''] = LINE.exec(line) ?? [];
    const key = keyInLine(keyText);
    const [after, before] = [spread(from), spread(until)];
    if (!key || namespace !== namespaces.export || !isDay(after) || !isDay(before))
      throw new SignersUnreadable(index + 1);
    signers.push({ center, name, key, after, before });
    name = '';
  }
  return signers;
}

/** Reads the list of revoked keys, one `ssh-ed25519 …` a line. Throws SignersUnreadable: a list that cannot be read must not pass for an empty one. */
export function readRevoked(text: string): PublicKey[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const key = keyInLine(line.split(' ').slice(0, 2).join(' '));
    if (!key) throw new SignersUnreadable(index + 1);
    return [key];
  });
}

/** Whose key this is on this day; refuses a key that is unknown, revoked, or not in force. */
export function signerInForce({ allowed, revoked }: Signers, key: PublicKey, today: Day): Signer {
  const own = allowed.filter((signer) => areEqual(signer.key, key));
  const last = own.at(-1);
  if (!last) return refusePackage('SIGNER_UNKNOWN');
  if (revoked.some((other) => areEqual(other, key))) return refusePackage('SIGNER_REVOKED');
  const current = own.find((signer) => isInForce(signer, today));
  return (
    current ?? refusePackage('SIGNER_NOT_IN_FORCE', { from: last.after, until: addDays(last.before, -1) })
  );
}

/** Whether a key counts on this day. */
export function isInForce({ after, before }: Pick<Signer, 'after' | 'before'>, today: Day): boolean {
  return after <= today && today < before;
}

const SECOND_LINE = /^center-(\d{9}) valid-after="(\d{8})",valid-before="(\d{8})" sm2 (04[0-9a-f]{128})$/;

export function secondSignerLine({ center, key, after, before }: SecondSigner): string {
  return `center-${center} valid-after="${compact(after)}",valid-before="${compact(before)}" sm2 ${key}\n`;
}

/** Reads the list of second keys. Throws SignersUnreadable as `readSigners` does. */
export function readSecondSigners(text: string): SecondSigner[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [, center = '', from = '', until = '', key = ''] = SECOND_LINE.exec(line) ?? [];
    const [after, before] = [spread(from), spread(until)];
    if (!isSm2Key(key) || !isDay(after) || !isDay(before)) throw new SignersUnreadable(index + 1);
    return [{ center, key, after, before }];
  });
}

/** The SM2 keys of a centre that are in force on this day: while there is one, the centre's packages must carry its signature. */
export function secondKeysInForce({ second = [] }: Signers, center: string, today: Day): Sm2Key[] {
  return second
    .filter((signer) => signer.center === center && isInForce(signer, today))
    .map(({ key }) => key);
}
