import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { supportedElectron, whyNotElectron } from '../../../build/electron-versions.ts';
import { root } from '../../../build/paths.ts';
import { point } from './point.ts';

const { version } = JSON.parse(
  readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
) as { version: string };
const newest = supportedElectron.majors[0];

/** Point 16: an Electron that gets security fixes. */
export function versionPoints(): void {
  point(16, `the installed Electron ${version} is one of the newest three`, () => {
    expect(whyNotElectron(version, supportedElectron.asOf)).toBeNull();
    expect(supportedElectron.majors).toEqual([newest, newest - 1, newest - 2]);
  });
  point(16, 'the fourth newest is refused, and says why', () => {
    expect(whyNotElectron(`${newest - 3}.9.9`, supportedElectron.asOf)).toContain('no more security fixes');
  });
  point(16, 'a list that nobody looked up for eight weeks is refused', () => {
    const list = { asOf: '2026-11-22', majors: [45, 44, 43] };
    expect(whyNotElectron('45.0.0', '2027-01-17', list)).toBeNull();
    expect(whyNotElectron('45.0.0', '2027-01-18', list)).toContain('look it up');
  });
  point(16, 'the version is fixed to the last number', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toBe(version);
  });
}
