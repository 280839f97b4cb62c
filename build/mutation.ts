import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/**
 * `npm run test:mutation [group…]`: Stryker changes the code that everything else trusts, one small change at a time, and runs
 * the tests of its group against each. What no test notices is listed; a group under 90 % fails. Minutes of one core a group, so it is no
 * part of `npm test`.
 */
type Group = { readonly code: readonly string[]; readonly tests: readonly string[] };

const groups: Readonly<Record<string, Group>> = {
  validators: {
    code: [
      'shared/identity/{certificate,citizen-id,masking}.ts',
      'shared/ledger/read-{date,identity,number}.ts',
    ],
    tests: ['test/identity/*.test.ts', 'test/ledger/reading-cells*.test.ts'],
  },
  verifier: {
    code: [
      'shared/package/{bytes,canonical,inspect,key,manifest,refusal,rows,signers,sm2*,sshsig,statement,sums,tar}.ts',
    ],
    tests: ['test/package/*.test.ts', '!test/package/{stock,county,building,stream,differential}*.test.ts'],
  },
  ledger: {
    code: ['shared/package/{answer,chain,place,receipt,rotation}.ts', 'electron/county/ledger-file.ts'],
    // The model of years (chain-model) and the tests with houses are left out: dear, and what they find must have a name here.
    tests: [
      'test/package/chain{,-answers,-epochs,-returned}.test.ts',
      'test/package/{answer,county-ledger-file,place,receipt-letter,rotation-letter}.test.ts',
    ],
  },
  keyring: {
    code: [
      'electron/core/{key-wrap,keyring,keyring-file,keyring-shape,keyring-use}.ts',
      'shared/people/{code-line,digits,password,pin,recovery-code}.ts',
    ],
    tests: [
      'test/core/keyring{,-file,-shape,-use}.test.ts',
      'test/people/{recovery-code-lines,simple-pins,typing-the-code-back}.test.ts',
    ],
  },
};

/** The files of a group's patterns; a pattern that begins with `!` takes files away again. */
function filesOf(patterns: readonly string[]): string[] {
  const [wanted, unwanted] = [
    patterns.filter((pattern) => !pattern.startsWith('!')),
    patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  ];
  return globSync(wanted, { cwd: root, exclude: unwanted }).toSorted();
}

/** Runs Stryker over one group; answers the score in per cent, or null when it could not be told. */
function scoreOf(name: string, { code, tests }: Group): number | null {
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
    mutate: filesOf(code),
    ignorePatterns: ['out'],
    tempDirName: join('out', 'mutation', name, 'sandbox'),
    reporters: ['clear-text', 'json'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: report },
    concurrency: 2,
    coverageAnalysis: 'perTest',
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
  return status === 0 ? scoreIn(report) : null;
}

type Report = { files: Record<string, { mutants: { status: string }[] }> };

/** Noticed (killed, or ended by the clock) among all that could be run. */
function scoreIn(file: string): number {
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const noticed = states.filter((state) => state === 'Killed' || state === 'Timeout').length;
  const missed = states.filter((state) => state === 'Survived' || state === 'NoCoverage').length;
  return (100 * noticed) / (noticed + missed);
}

const LEAST = 90;
const wanted = process.argv.slice(2);
for (const name of wanted) if (!(name in groups)) throw new Error(`no group ${name}: ${Object.keys(groups)}`);
const scores = Object.entries(groups)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, group]) => ({ name, score: scoreOf(name, group) }));
for (const { name, score } of scores)
  console.log(`${name}: ${score === null ? 'failed' : `${score.toFixed(1)} %`} (at least ${LEAST} %)`);
process.exitCode = scores.every(({ score }) => score !== null && score >= LEAST) ? 0 : 1;
