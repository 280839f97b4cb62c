import { getCurrentFuseWire } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programFileSums } from '../../build/program-files.ts';
import { root } from '../../build/paths.ts';
import { changedFile } from '../../electron/core/program-files.ts';
import { buildParts, filesBelow, removeBuilt } from './built.ts';
import { aWire } from './fuse-wire.ts';

const DRIVER = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
let project: string | undefined;
let resources: string;

/** Packages the program for Linux around a stand-in of Electron's binary, with the settings that are shipped. */
beforeAll(() => {
  const stub = mkdtempSync(join(tmpdir(), 'nuantuo-electron-'));
  writeFileSync(join(stub, 'electron'), aWire('101101111'));
  chmodSync(join(stub, 'electron'), 0o755);
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  writeFileSync(join(stub, 'version'), version);
  mkdirSync(join(stub, 'locales'));
  for (const name of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(stub, 'locales', `${name}.pak`), name);

  project = buildParts(['main', 'preload', 'renderer']);
  mkdirSync(join(project, 'out'));
  for (const part of ['main', 'preload', 'renderer'])
    renameSync(join(project, part), join(project, 'out', part));
  for (const name of ['package.json', 'package-lock.json', 'build'])
    cpSync(join(root, name), join(project, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  // Looked up today: whoever packages must look again after eight weeks, but this test must not fail by the calendar.
  const versions = join(project, 'build', 'electron-versions.ts');
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(versions, readFileSync(versions, 'utf8').replace(/asOf: '[\d-]+'/, `asOf: '${today}'`));
  // What lies about in a project and must not be shipped.
  writeFileSync(join(project, '.npmrc'), '');
  mkdirSync(join(project, 'test'));
  writeFileSync(join(project, 'test', 'secret.ts'), '');

  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--config',
      'build/electron-builder.yml',
      `-c.electronDist=${stub}`,
    ],
    { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`the program does not package: ${stdout}${stderr}`);
  resources = join(unpackedIn(join(project, 'out', 'dist')), 'resources');
});
afterAll(() => {
  if (project) removeBuilt(project);
});

const unpackedIn = (folder: string) =>
  join(folder, readdirSync(folder).find((name) => name.endsWith('-unpacked')) ?? '');

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly offset?: string;
  readonly size?: number;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
};

/** The files of the archive by their path, as its own head lists them. */
function archive(): { files: Map<string, Entry>; read: (path: string) => string } {
  const bytes = readFileSync(join(resources, 'app.asar'));
  const head = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Entry;
  const start = 8 + bytes.readUInt32LE(4);
  const files = new Map<string, Entry>();
  const walk = (entry: Entry, path: string) => {
    if (!entry.files) files.set(path, entry);
    for (const [name, below] of Object.entries(entry.files ?? {}))
      walk(below, path ? `${path}/${name}` : name);
  };
  walk(head, '');
  const read = (path: string) => {
    const { offset, size } = files.get(path) ?? {};
    const from = start + Number(offset);
    return bytes.subarray(from, from + Number(size)).toString('utf8');
  };
  return { files, read };
}

describe('the packaged program', () => {
  it('holds what was built, the driver and the solver, and nothing else of the project', () => {
    const allowed =
      /^(?:out\/(?:main|preload|renderer)\/|node_modules\/(?:better-sqlite3|highs)\/|package\.json$)/;
    const paths = [...archive().files.keys()];
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(?:map|ts|c|h|gyp)$/.test(path))).toEqual([]);
    expect(paths).toContain('out/main/main.js');
    expect(paths).toContain('out/renderer/index.html');
  });

  it('keeps one native module beside the archive, the one of its own kind of PC', () => {
    const outside = filesBelow(join(resources, 'app.asar.unpacked'), ['']);
    expect(outside.map((path) => path.slice(resources.length + 1))).toEqual([`app.asar.unpacked/${DRIVER}`]);
    const unpacked = [...archive().files].filter(([, { unpacked }]) => unpacked).map(([path]) => path);
    expect(unpacked).toEqual([DRIVER]);
  });

  it('has a sum for every file of the archive', () => {
    const without = [...archive().files].filter(([, { integrity }]) => integrity?.algorithm !== 'SHA256');
    expect(without).toEqual([]);
  });

  it('has all nine fuses as they were decided', async () => {
    const program = join(resources, '..', 'nuantuo');
    const wire = (await getCurrentFuseWire(program)) as unknown as Record<string, number>;
    expect(Array.from({ length: 9 }, (_, fuse) => String.fromCharCode(wire[fuse] ?? 0)).join('')).toBe(
      '010011001',
    );
  });

  it('carries the sums of what lies beside the archive inside of it, and finds one changed byte', () => {
    const sums = JSON.parse(archive().read('out/main/program-files.json')) as Record<string, string>;
    expect(sums).toEqual(programFileSums());
    const own = { platform: 'linux', arch: process.arch };
    const { [`node_modules/highs/build/highs.wasm`]: _inside, ...beside } = sums;
    const program = join(resources, 'app.asar');
    expect(changedFile(program, beside, own)).toBeNull();

    const driver = join(resources, 'app.asar.unpacked', DRIVER);
    const bytes = readFileSync(driver);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(driver, bytes);
    expect(changedFile(program, beside, own)).toBe(DRIVER);
  });
});
