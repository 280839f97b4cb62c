import { flipFuses, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fuses } from '../../../build/fuses.ts';
import { root } from '../../../build/paths.ts';
import { aWire } from '../fuse-wire.ts';
import { point } from './point.ts';

/** What trust.md 1.2 decided, fuse by fuse. */
const decided: readonly [name: keyof typeof FuseV1Options, on: boolean][] = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
];
const [ON, OFF] = [0x31, 0x30]; // the characters 1 and 0

/** A file with a wire as Electron ships it, flipped by our table. */
async function flipped(wire: string): Promise<Record<string, unknown>> {
  const file = join(mkdtempSync(join(tmpdir(), 'nuantuo-fuses-')), 'electron');
  writeFileSync(file, aWire(wire));
  await flipFuses(file, fuses);
  return (await getCurrentFuseWire(file)) as unknown as Record<string, unknown>;
}

/** Point 19: nine fuses, each decided, flipped and read on a wire like that of Electron's program. */
export function fusePoints(): void {
  for (const [name, on] of decided)
    point(19, `the fuse ${name} is ${on ? 'on' : 'off'}, whatever it was`, async () => {
      for (const shipped of ['1'.repeat(9), '0'.repeat(9), '101101111'])
        expect((await flipped(shipped))[FuseV1Options[name]]).toBe(on ? ON : OFF);
    });
  point(19, 'the nine are all the fuses that there are', () => {
    expect(decided.map(([name]) => FuseV1Options[name])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Object.keys(fuses).filter((key) => /^\d+$/.test(key))).toHaveLength(9);
  });
  point(19, 'a tenth fuse of a new Electron stops the packaging', async () => {
    await expect(flipped('1'.repeat(10))).rejects.toThrow(
      'has 10 fuses but you only provided a config for 9',
    );
  });
  point(19, 'an Electron that lacks one of the nine stops the packaging', async () => {
    await expect(flipped('1'.repeat(8))).rejects.toThrow('not long enough');
  });
  point(19, 'a file that is no Electron stops the packaging', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nuantuo-fuses-')), 'electron');
    writeFileSync(file, Buffer.alloc(4096));
    await expect(flipFuses(file, fuses)).rejects.toThrow('sentinel');
  });
  point(19, 'a fuse that Electron took out is written all the same: it has no effect', async () => {
    expect((await flipped('r11111111'))[FuseV1Options.RunAsNode]).toBe(OFF);
  });
  point(
    19,
    'the packaging flips them by our table, keeps only native modules outside of the archive, and publishes nothing',
    () => {
      const settings = readFileSync(join(root, 'build', 'electron-builder.yml'), 'utf8');
      expect(settings).toContain('afterPack: ./build/packaging.ts');
      expect(settings).toContain('beforePack: ./build/packaging.ts');
      expect(settings).toContain('asar: { smartUnpack: false }');
      expect(settings).toContain(`asarUnpack: ['**/*.node']`);
      expect(settings).toContain('publish: null');
      expect(settings).not.toMatch(/disableAsarIntegrity|electronFuses|no-sandbox|executableArgs/);
    },
  );
}
