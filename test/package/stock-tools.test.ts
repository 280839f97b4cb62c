import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { fingerprintOf, publicKeyOf, seedOf, sshBlob, sshLine, sshString } from '../../shared/package/key.ts';
import { signerFrom, signerLine } from '../../shared/package/signers.ts';
import { namespaces, sign } from '../../shared/package/sshsig.ts';
import { unpack } from '../../shared/package/tar.ts';
import { changedBytes } from '../support/byte-changes.ts';
import { chance, count, seed } from '../support/counts.ts';
import { apart, forgers } from '../support/forgeries.ts';
import {
  aDesk,
  anOctober,
  aStatement,
  CENTER,
  centreKey,
  IDENTITY,
  keyFor,
  RECIPIENT,
  sealed,
  secondKey,
  verdictOnFile,
  withManifest,
} from '../support/packages.ts';

const has = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const missing = ['tar', 'ssh-keygen', 'sha256sum'].filter((tool) => !has(tool));
/** What a title says when a machine has not got the tools: the test is counted as skipped by name, never as passed. */
const unless = (tools: readonly string[]) =>
  tools.length === 0 ? '' : ` (not tried here: ${tools.join(', ')} is not installed)`;
const withoutAge = has('age') ? missing : [...missing, 'age'];

/** An unencrypted private key file as ssh-keygen writes it, so that the stock tool can sign with the same key. */
function opensshPrivateKey(pkcs8: Uint8Array): string {
  const [blob, number] = [sshBlob(publicKeyOf(pkcs8)), (value: number) => Uint8Array.of(0, 0, 0, value)];
  const pair = concatBytes(seedOf(pkcs8), publicKeyOf(pkcs8));
  const plain = concatBytes(number(7), number(7), blob, sshString(pair), sshString('c'));
  const padding = Uint8Array.from({ length: (8 - (plain.length % 8)) % 8 }, (_, index) => index + 1);
  const file = concatBytes(
    new TextEncoder().encode('openssh-key-v1\0'),
    sshString('none'),
    sshString('none'),
    sshString(''),
    number(1),
    sshString(blob),
    sshString(concatBytes(plain, padding)),
  );
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${(base64.encode(file).match(/.{1,70}/g) ?? []).join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-stock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const key = join(folder, 'centre.key');
  writeFileSync(key, opensshPrivateKey(centreKey), { mode: 0o600 });
  writeFileSync(
    join(folder, 'allowed_signers'),
    signerLine(
      signerFrom({ center: CENTER, name: '柳河镇托养中心', key: publicKeyOf(centreKey) }, day('2026-10-01')),
    ),
  );
  writeFileSync(join(folder, 'revoked'), '');
  writeFileSync(join(folder, 'county.key'), `${IDENTITY}\n`, { mode: 0o600 });
  return { folder, key };
}

/** What the county can run without any program of ours, in a folder with the opened container e.tar (trust.md 4.2). */
const STOCK = `tar -xf e.tar &&
  ssh-keygen -Y verify -f "$office/allowed_signers" -r "$office/revoked" -I center-${CENTER} -n ${namespaces.export} -s SHA256SUMS.sig -Overify-time=20261105 < SHA256SUMS &&
  sha256sum -c --strict --quiet SHA256SUMS`;

/**
 * Which of many files the stock tools take, by one script: starting a shell for each file would cost more than the tools do.
 * Files of the kind `.tyx` are opened by age first, `.tar` is a container as it is.
 */
function takenByStock(folder: string, files: readonly Uint8Array[], kind: 'tyx' | 'tar'): boolean[] {
  const open =
    kind === 'tyx' ? 'age -d -i "$office/county.key" -o e.tar "../$number.tyx"' : 'mv "../$number.tar" e.tar';
  for (const [number, file] of files.entries()) writeFileSync(join(folder, `${number}.${kind}`), file);
  const script = `office=$PWD; number=0
    while [ $number -lt ${files.length} ]; do
      mkdir "$office/x$number" && cd "$office/x$number"
      if { ${open} && ${STOCK}; } > /dev/null 2>&1; then echo taken; else echo refused; fi
      cd "$office" && number=$((number + 1))
    done; rm -rf x[0-9]* [0-9]*.tyx [0-9]*.tar`;
  const answers = execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  expect(answers).toHaveLength(files.length);
  return answers.map((answer) => answer === 'taken');
}

describe('the tools that everybody has', () => {
  it.skipIf(missing.length > 0)(`sign the same bytes as we do${unless(missing)}`, () => {
    const { folder, key } = aFolder();
    for (const text of ['', 'a\n', '柳河镇\n'.repeat(1000)]) {
      const file = join(folder, 'message');
      writeFileSync(file, text);
      rmSync(`${file}.sig`, { force: true });
      execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', key, '-n', namespaces.export, file], {
        stdio: 'pipe',
      });
      expect(
        new TextDecoder().decode(sign(new TextEncoder().encode(text), namespaces.export, centreKey)),
      ).toBe(readFileSync(`${file}.sig`, 'utf8'));
    }
  });

  it.skipIf(missing.length > 0)(`print the same fingerprint as we do${unless(missing)}`, () => {
    const { folder } = aFolder();
    writeFileSync(join(folder, 'key.pub'), `${sshLine(publicKeyOf(centreKey))}\n`);
    const printed = execFileSync('ssh-keygen', ['-lf', join(folder, 'key.pub')], { encoding: 'utf8' });
    expect(printed.split(' ')[1]).toBe(fingerprintOf(publicKeyOf(centreKey)));
  });

  it.skipIf(missing.length > 0)(`write the same container as we do${unless(missing)}`, () => {
    const { folder } = aFolder();
    const { archive } = aStatement();
    writeFileSync(join(folder, 'ours.tar'), archive);
    const names = unpack(archive).map(({ name }) => name);
    const script = `mkdir y && cd y && tar -xf ../ours.tar && chmod 644 $(find . -type f) &&
      tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=0644 --blocking-factor=1 -cf ../theirs.tar ${names.join(' ')}`;
    execFileSync('sh', ['-c', script], { cwd: folder });
    const theirs = readFileSync(join(folder, 'theirs.tar'));
    expect(unpack(archive).map(({ name }) => name)).toEqual(
      execFileSync('tar', ['-tf', join(folder, 'theirs.tar')], { encoding: 'utf8' })
        .trim()
        .split('\n'),
    );
    // GNU tar writes empty device numbers and the owner's name differently; what it reads from both is the same.
    expect(theirs.length).toBe(archive.length);
  });

  const CASES = count('package-stock-tools', 500, 5000);

  it.skipIf(withoutAge.length > 0)(
    `agree with us on ${CASES} files, or are more lenient, never stricter${unless(withoutAge)}`,
    { timeout: 3_600_000 },
    async () => {
      const { folder } = aFolder();
      const random = chance(seed('package-stock-tools'));
      const cases: Awaited<ReturnType<typeof aCase>>[] = [];
      for (let round = 0; round < CASES; round += 1) cases.push(await aCase(round, random));
      const stock = takenByStock(
        folder,
        cases.map(({ file }) => file),
        'tyx',
      );
      const tally = new Map<string, number>();
      for (const [round, { file, what }] of cases.entries()) {
        const ours = (await verdictOnFile(file, aDesk({ ledgerOf: () => null }))) === 'accepted';
        if (ours && !stock[round])
          throw new Error(`round ${round}: we take what the stock tools refuse: ${what}`);
        const answer = ours ? 'both take' : stock[round] ? 'only stock takes' : 'both refuse';
        tally.set(answer, (tally.get(answer) ?? 0) + 1);
      }
      // Shows that the comparison has teeth on each side: the stock tools do not know the rules of the manifest and the rows.
      expect(tally.get('both take')).toBeGreaterThan(CASES / 10);
      expect(tally.get('both refuse')).toBeGreaterThan(CASES / 3);
      expect(tally.get('only stock takes')).toBeGreaterThan(CASES / 20);
    },
  );

  it.skipIf(missing.length > 0)(
    `take what we take and refuse a key that is revoked, expired, not yet in force or of another centre${unless(missing)}`,
    () => {
      const { folder } = aFolder();
      const [good, other] = [aStatement().archive, aStatement({}, undefined, keyFor('411799102')).archive];
      const withSecond = aStatement({}, undefined, undefined, secondKey).archive;
      expect(takenByStock(folder, [good, other, withSecond], 'tar')).toEqual([true, false, true]);
      const late = signerFrom({ center: CENTER, name: '', key: publicKeyOf(centreKey) }, day('2026-11-06'));
      writeFileSync(join(folder, 'allowed_signers'), signerLine(late));
      expect(takenByStock(folder, [good], 'tar')).toEqual([false]);
      const old = signerFrom({ center: CENTER, name: '', key: publicKeyOf(centreKey) }, day('2024-11-01'));
      writeFileSync(join(folder, 'allowed_signers'), signerLine(old));
      expect(takenByStock(folder, [good], 'tar')).toEqual([false]);
      const now = signerFrom({ center: CENTER, name: '', key: publicKeyOf(centreKey) }, day('2026-10-01'));
      writeFileSync(join(folder, 'allowed_signers'), signerLine(now));
      writeFileSync(join(folder, 'revoked'), `${sshLine(publicKeyOf(centreKey))}\n`);
      expect(takenByStock(folder, [good], 'tar')).toEqual([false]);
    },
  );

  it.skipIf(withoutAge.length > 0)(
    `take and refuse by the very commands that stand in README for the county${unless(withoutAge)}`,
    async () => {
      const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
      const commands = /^age -d .*?^```$/msu.exec(readme)?.[0].replace('```', '') ?? '';
      const { folder } = aFolder();
      const script = commands
        .replace('FILE.tyx', 'a.tyx')
        .replace('CODE', CENTER)
        .replace('-s SHA256SUMS.sig', '-s SHA256SUMS.sig -Overify-time=20261105');
      const run = (file: Uint8Array) => {
        writeFileSync(join(folder, 'a.tyx'), file);
        rmSync(join(folder, 'e.tar'), { force: true });
        return spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
      };
      const { archive } = aStatement();
      const good = run(await sealed(archive));
      expect(good.status, good.stderr).toBe(0);
      expect(good.stdout).toContain('data/residents.ndjson: OK');
      const changed = Buffer.from(archive);
      const place = changed.lastIndexOf('"id":"') + '"id":"'.length;
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(run(await sealed(changed)).stderr).toContain('checksum did NOT match');
      const other = forgers['nothing, signed by another key or for another purpose'](genuine, chance(1));
      expect(run(await sealed(other)).stdout).not.toContain('OK');
      expect(run((await sealed(archive)).subarray(0, -1)).status).not.toBe(0);
    },
  );

  it.skipIf(withoutAge.length > 0)(
    `open what we seal, and seal what we open, with age${unless(withoutAge)}`,
    async () => {
      const { folder } = aFolder();
      const { archive } = aStatement();
      writeFileSync(join(folder, 'ours.tyx'), await sealed(archive));
      execFileSync('sh', ['-c', 'age -d -i county.key -o e.tar ours.tyx'], { cwd: folder });
      expect(readFileSync(join(folder, 'e.tar')).equals(archive)).toBe(true);
      execFileSync('sh', ['-c', `age -r ${RECIPIENT} -o theirs.tyx e.tar`], { cwd: folder });
      expect(await verdictOnFile(readFileSync(join(folder, 'theirs.tyx')))).toBe('accepted');
    },
  );
});

const first = aStatement();
const genuine = apart([
  first.archive,
  aStatement({ seq: 2, prev_sha256: first.hash, kind: 'correction', audit_count: 90 }, anOctober({ pay: [] }))
    .archive,
]);
const forging = Object.entries(forgers);

/** By turns: genuine packages, what only our rules refuse, every kind of forgery, changed containers and changed files. */
async function aCase(round: number, random: () => number): Promise<{ what: string; file: Uint8Array }> {
  const [what, forge] = forging[round % forging.length] as (typeof forging)[number];
  switch (round % 7) {
    case 0:
      return { what: 'genuine', file: await sealed(aStatement({ audit_count: round }).archive) };
    case 1: {
      const insider = withManifest(first.archive, (text) =>
        text.replace('"epoch":1', `"epoch":${round + 2}, `),
      );
      return { what: 'of an insider', file: await sealed(insider) };
    }
    case 2:
      return { what: 'with changed bytes inside', file: await sealed(changedBytes(first.archive, random)) };
    case 3:
      return { what: 'with changed bytes outside', file: changedBytes(await sealed(first.archive), random) };
    default:
      return { what, file: await sealed(forge(genuine, random)) };
  }
}
