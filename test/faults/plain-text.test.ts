import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { volumeAt } from '../../electron/core/volumes.ts';
import { LIUHE } from '../ledger/fixtures.ts';
import { expected } from '../ledger/bring-in.ts';
import { aHouse } from '../support/house.ts';
import { fastFolder } from './power-cuts.ts';
import { straceIsMissing } from './trace.ts';

const PROGRAM = new URL('./writing-process.ts', import.meta.url).pathname;
/** Words of the workbook that must stand nowhere in the clear: whole names are too short to be chance in 9 bytes of UTF-8. */
const WORDS = expected.sample
  .flatMap(({ name, id, cert }) => [name, id, cert])
  .filter((word) => word.length > 2);

/** A text as GBK writes it; the decoder is the platform's own, so its table is turned round. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((letter) => bytes.get(letter) ?? [letter.charCodeAt(0)]));
}

const spellings = WORDS.flatMap((word) => [
  { word, bytes: Buffer.from(word) },
  { word, bytes: Buffer.from(word, 'utf16le') },
  { word, bytes: Buffer.from(word, 'utf16le').swap16() },
  { word, bytes: inGbk(word) },
]);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** The files that hold one of the words in the clear. */
function telling(files: readonly string[]): string[] {
  return files.filter((file) => {
    const content = readFileSync(file);
    return spellings.some(({ bytes }) => content.includes(bytes));
  });
}

/** Lets a house do everything and die; which files lie about, and which it opened to write outside of its own folders. */
async function afterwards(way = '') {
  if (straceIsMissing) throw new Error(straceIsMissing);
  const root = fastFolder('plain');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of ['stick', 'temp', 'handed-out', 'sealed']) mkdirSync(join(root, name));
  const [folder, stick] = [join(root, 'centre'), join(root, 'stick')];
  const house = await aHouse({
    folder,
    today: '2026-11-02',
    volumes: () => [volumeAt(stick, folder) ?? []].flat(),
  });
  const director = await house.as('director');
  const [volume] = await director.backup.volumes({});
  await director.backup.choose({ token: volume?.token ?? '' });
  house.house.lock();

  const log = join(root, 'strace.log');
  const temp = join(root, 'temp');
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-xx',
      '--seccomp-bpf',
      '-e',
      'trace=openat,open,creat',
      '-e',
      'signal=none',
      '-o',
      log,
      process.execPath,
      PROGRAM,
      root,
      LIUHE,
      way,
    ],
    {
      cwd: temp,
      env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  expect(run.stderr.toString()).toBe('');
  const opened = [
    ...readFileSync(log, 'latin1').matchAll(/open(?:at)?\(.*?"((?:\\x[0-9a-f]{2})+)", ([A-Z_|]+).*= \d+/g),
  ]
    .filter(([, , how = '']) => /O_WRONLY|O_RDWR|O_CREAT/.test(how))
    .map(([, path = '']) => Buffer.from(path.replaceAll('\\x', ''), 'hex').toString());
  rmSync(log);
  const own = [folder, join(root, 'second'), stick, join(root, 'handed-out'), join(root, 'sealed')];
  const elsewhere = opened.filter(
    (path) => !own.some((place) => path.startsWith(place)) && !/^\/(?:dev\/(?!shm\/)|proc\/)/.test(path),
  );
  return { root, files: filesBelow(root), elsewhere: [...new Set(elsewhere)] };
}

describe(
  'what lies on the disk after a house has done everything and was killed',
  { timeout: 300_000 },
  () => {
    it('tells no name and no number of a resident, but in the workbooks that the user asked for', async () => {
      const { root, files, elsewhere } = await afterwards();
      expect(WORDS.length).toBeGreaterThan(5);
      expect(
        files.map((file) => file.slice(root.length)).filter((file) => file.endsWith('centre.db-wal')),
      ).not.toEqual([]);
      expect(files.filter((file) => file.startsWith(join(root, 'stick'))).length).toBeGreaterThan(2);
      expect(files.filter((file) => file.startsWith(join(root, 'sealed'))).length).toBe(1);
      expect(files).toContain(join(root, 'second', 'centre.db'));
      expect(telling(files).filter((file) => !file.startsWith(join(root, 'handed-out')))).toEqual([]);
      expect(elsewhere).toEqual([]);
    });

    it('would be found out if a sort went into a file, or a copy were made without the key', async () => {
      const { root, files, elsewhere } = await afterwards('careless');
      expect(telling(files).map((file) => file.slice(root.length))).toContain('/centre/copy.db');
      expect(elsewhere.filter((path) => path.includes('etilqs'))).not.toEqual([]);
    });

    it('is looked through in every spelling', () => {
      const root = fastFolder('spelling');
      onTestFinished(() => rmSync(root, { recursive: true, force: true }));
      const [word = ''] = WORDS;
      const spelt = [
        Buffer.from(word),
        Buffer.from(word, 'utf16le'),
        Buffer.from(word, 'utf16le').swap16(),
        inGbk(word),
      ];
      for (const [index, bytes] of spelt.entries())
        writeFileSync(
          join(root, `${index}`),
          Buffer.concat([Buffer.from('x'.repeat(31)), bytes, Buffer.from('y')]),
        );
      writeFileSync(join(root, 'nothing'), 'nothing');
      expect(telling(filesBelow(root)).length).toBe(4);
      expect(new TextDecoder('gbk').decode(inGbk(word))).toBe(word);
    });
  },
);
