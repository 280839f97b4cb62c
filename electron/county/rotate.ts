import { join } from 'node:path';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { areEqual } from '../../shared/package/bytes.ts';
import { fingerprintOf, spokenFingerprint, sshLine } from '../../shared/package/key.ts';
import { readRotation, ROTATION_DAYS } from '../../shared/package/rotation.ts';
import { signerFrom, signerLine } from '../../shared/package/signers.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { checkNewKey, endedOn, type Enrolled } from './enrol.ts';
import { readBytes } from './files.ts';
import { withLocked } from './lock.ts';
import { readRevokedFile, readSignersFile, REVOKED_FILE, SIGNERS_FILE } from './signers-file.ts';

/**
 * Takes a centre's new key on the word of its old one (trust.md 4.5): both are good for 60 days, then only the new one. The
 * old key must be in force and not revoked; whoever holds a stolen key is kept out by `revoke`, not by this.
 */
export async function rotateKey(
  file: string,
  folder: string,
  today: Day,
): Promise<Enrolled & { readonly oldUntil: Day }> {
  const rotation = readRotation(readBytes(file));
  if (!rotation) throw new Complaint('notARotation', { file });
  const { center, name, old, next: key } = rotation;
  const list = join(folder, SIGNERS_FILE);
  return withLocked(list, () => {
    const signers = readSignersFile(list);
    checkNewKey({ center, name, key }, signers, folder);
    const current = signers.find(
      (signer) =>
        signer.center === center &&
        areEqual(signer.key, old) &&
        signer.after <= today &&
        today < signer.before,
    );
    const isRevoked = readRevokedFile(join(folder, REVOKED_FILE)).some((other) => areEqual(other, old));
    if (!current || isRevoked) throw new Complaint('oldKeyNotInForce', { name, center });
    const kept = signers.map((signer) =>
      signer.center === center ? endedOn(signer, addDays(today, ROTATION_DAYS)) : signer,
    );
    const added = signerFrom({ center, name, key }, today);
    writeFileDurably(list, [...kept, added].map(signerLine).join(''));
    const ended = endedOn(current, addDays(today, ROTATION_DAYS));
    return {
      ...added,
      fingerprint: fingerprintOf(key),
      spoken: spokenFingerprint(key),
      oldUntil: addDays(ended.before, -1),
    };
  });
}

/**
 * Makes every key of a centre void at once: it was lost, stolen, or its PC was. What it signed before stays taken. The centre
 * is then enrolled anew by paper, and begins a new epoch.
 */
export async function revokeKeys(
  center: string,
  folder: string,
  today: Day,
): Promise<{ readonly name: string; readonly fingerprints: readonly string[] }> {
  const list = join(folder, SIGNERS_FILE);
  return withLocked(list, () => {
    const signers = readSignersFile(list);
    const own = signers.filter((signer) => signer.center === center);
    const name = own.at(-1)?.name ?? '';
    if (own.length === 0) throw new Complaint('unknownCentre', { center });
    const revoked = readRevokedFile(join(folder, REVOKED_FILE));
    const current = own.filter(
      ({ key, before }) => before > today && !revoked.some((other) => areEqual(other, key)),
    );
    if (current.length === 0) throw new Complaint('nothingToRevoke', { name, center });
    // The list of revoked keys first: after a crash in between the key is refused all the same.
    const lines = [...revoked, ...current.map(({ key }) => key)].map((key) => `${sshLine(key)}\n`);
    writeFileDurably(join(folder, REVOKED_FILE), lines.join(''));
    const kept = signers.map((signer) => (signer.center === center ? endedOn(signer, today) : signer));
    writeFileDurably(list, kept.map(signerLine).join(''));
    return { name, fingerprints: current.map(({ key }) => fingerprintOf(key)) };
  });
}
