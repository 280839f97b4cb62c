import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/**
 * `npm run test:mutation [group…]`: Stryker changes the code that everything else trusts, one small change at a time, and runs
 * the tests of its part against each. What no test notices is listed; a group under 90 % fails. Some ten minutes of one core a
 * group, so it is no part of `npm test`. NUANTUO_MUTATION_CORES says how many cores to use (2).
 */
type Part = { readonly code: readonly string[]; readonly tests: readonly string[] };

/** A group in its parts, each with the few tests that are about it: the fewer are loaded for a change, the sooner it is judged. */
const groups: Readonly<Record<string, readonly Part[]>> = {
  validators: [
    { code: ['shared/identity/{certificate,citizen-id,masking}.ts'], tests: ['test/identity/*.test.ts'] },
    {
      code: ['shared/ledger/read-{date,identity,number}.ts'],
      tests: ['test/ledger/edges-of-{days,numbers}.test.ts'],
    },
  ],
  verifier: [
    { code: ['shared/package/tar.ts'], tests: ['test/package/edges-of-a-container.test.ts'] },
    {
      code: ['shared/package/{bytes,canonical,refusal,sums}.ts'],
      tests: ['test/package/{edges-of-bytes,every-reason}.test.ts'],
    },
    {
      code: ['shared/package/{key,sshsig}.ts'],
      tests: ['test/package/{edges-of-keys,signature-attacks}.test.ts'],
    },
    { code: ['shared/package/signers.ts'], tests: ['test/package/edges-of-key-lists.test.ts'] },
    { code: ['shared/package/manifest.ts'], tests: ['test/package/edges-of-a-manifest.test.ts'] },
    {
      code: ['shared/package/{rows,statement}.ts'],
      tests: ['test/package/{byte-format,edges-of-rows,second-signature}.test.ts'],
    },
    { code: ['shared/package/inspect.ts'], tests: ['test/package/what-the-desk-is-told.test.ts'] },
    { code: ['shared/package/sm2.ts'], tests: ['test/package/edges-of-the-second-signature.test.ts'] },
  ],
  // The model of years (chain-model) and the tests with houses are left out: dear, and what they find must have a name here.
  ledger: [
    {
      code: ['shared/package/chain.ts'],
      tests: ['test/package/chain{,-answers,-epochs,-returned}.test.ts'],
    },
    { code: ['shared/package/{answer,place}.ts'], tests: ['test/package/{answer,place}.test.ts'] },
    {
      code: ['shared/package/{receipt,rotation}.ts'],
      tests: ['test/package/{receipt,rotation}-letter.test.ts'],
    },
    {
      code: ['shared/package/{county-card,enrolment,letter}.ts'],
      tests: ['test/package/letters.test.ts'],
    },
    { code: ['electron/county/ledger-file.ts'], tests: ['test/package/county-ledger-file.test.ts'] },
  ],
  keyring: [
    {
      code: ['electron/core/{key-wrap,keyring,keyring-shape}.ts'],
      tests: ['test/core/{key-wrap,keyring,keyring-shape}.test.ts'],
    },
    { code: ['electron/core/keyring-file.ts'], tests: ['test/core/keyring-file.test.ts'] },
    { code: ['electron/core/keyring-use.ts'], tests: ['test/core/keyring-use.test.ts'] },
    {
      code: ['shared/people/{code-line,digits,password,pin,recovery-code}.ts'],
      tests: ['test/people/{recovery-code-lines,simple-pins,typing-the-code-back}.test.ts'],
    },
  ],
};

const filesOf = (patterns: readonly string[]) => globSync(patterns, { cwd: root }).toSorted();

type Place = { readonly line: number; readonly column: number };
type Mutant = {
  readonly status: string;
  /** Whether the changed code runs while its file is loaded. */
  readonly static?: boolean;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly mutatorName: string;
  readonly replacement?: string;
};
type Files = Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;

/** Runs Stryker once; answers what became of each change, or null when it failed. */
function run(name: string, mutate: readonly string[], tests: readonly string[], ignoreStatic: boolean) {
  const folder = join(root, 'out', 'mutation', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const report = join(folder, 'report.json');
  const options = {
    // TypeScript 7 has no programming interface for Stryker to rewrite the configuration with; vitest needs none.
    tsconfigFile: 'build/no-such-tsconfig.json',
    testRunner: 'vitest',
    vitest: { configFile: 'build/vitest.mutation.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate,
    ignorePatterns: ['out'],
    tempDirName: join('out', 'mutation', name, 'sandbox'),
    reporters: ['clear-text', 'json'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: report },
    concurrency: Number(process.env['NUANTUO_MUTATION_CORES'] ?? '2'),
    coverageAnalysis: 'perTest',
    ignoreStatic,
    timeoutMS: 20_000,
  };
  const file = join(folder, 'stryker.json');
  writeFileSync(file, JSON.stringify(options, null, 2));
  const { status } = spawnSync(join(root, 'node_modules', '.bin', 'stryker'), ['run', file], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      NUANTUO_MUTATION_TESTS: filesOf(tests).join(','),
      // A mutant that a hundredth of the cases does not notice is what we look for: the named tests should.
      NUANTUO_COUNT_SHARE: '0.01',
    },
  });
  return status === 0 ? (JSON.parse(readFileSync(report, 'utf8')) as { readonly files: Files }).files : null;
}

/** Left out by `ignoreStatic`, because the code runs only while its file is loaded: constants, patterns, schemas. */
const waits = (mutant: Mutant) => mutant.status === 'Ignored' && mutant.static === true;
const nameOf = ({ location, mutatorName, replacement }: Mutant) =>
  JSON.stringify([location, mutatorName, replacement]);

/**
 * What became of the changes of a part. Code that runs in the tests themselves is tried there first; only what runs while a file
 * is loaded needs every file loaded anew, which costs ten times as much: a second run tries these changes alone.
 */
function mutantsOf(name: string, { code, tests }: Part): Map<string, readonly Mutant[]> | null {
  const files = run(name, filesOf(code), tests, true);
  if (files === null) return null;
  const places = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.filter(waits).map(({ location: { start, end } }) =>
      // Stryker takes columns from 0 and reports them from 1.
      [file, `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`].join(':'),
    ),
  );
  const loaded = places.length > 0 ? run(`${name}-loading`, [...new Set(places)], tests, false) : {};
  if (loaded === null) return null;
  return new Map(
    Object.entries(files).map(([file, { mutants }]) => {
      const again = new Map((loaded[file]?.mutants ?? []).map((mutant) => [nameOf(mutant), mutant]));
      return [
        file,
        mutants.map((mutant) => (waits(mutant) ? (again.get(nameOf(mutant)) ?? mutant) : mutant)),
      ];
    }),
  );
}

/** Noticed (killed, or ended by the clock) among all that could be run, in per cent. */
function scoreIn(mutants: readonly Mutant[]): number {
  const states = mutants.map(({ status }) => status);
  const noticed = states.filter((state) => state === 'Killed' || state === 'Timeout').length;
  const missed = states.filter((state) => state === 'Survived' || state === 'NoCoverage').length;
  return (100 * noticed) / (noticed + missed);
}

/** The score of a group, of all its files together; null when it could not be told. Says each file's on the way. */
function scoreOf(group: string, parts: readonly Part[]): number | null {
  const found = parts.map((part, index) => mutantsOf(`${group}-${index + 1}`, part));
  const told = found.flatMap((files) => [...(files ?? [])]);
  for (const [file, mutants] of told) console.log(`${file}: ${scoreIn(mutants).toFixed(1)} %`);
  return found.includes(null) ? null : scoreIn(told.flatMap(([, mutants]) => mutants));
}

const LEAST = 90;
const wanted = process.argv.slice(2);
for (const name of wanted) if (!(name in groups)) throw new Error(`no group ${name}: ${Object.keys(groups)}`);
const scores = Object.entries(groups)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, parts]) => ({ name, score: scoreOf(name, parts) }));
for (const { name, score } of scores)
  console.log(`${name}: ${score === null ? 'failed' : `${score.toFixed(1)} %`} (at least ${LEAST} %)`);
process.exitCode = scores.every(({ score }) => score !== null && score >= LEAST) ? 0 : 1;
