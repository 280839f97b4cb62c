import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { installFromDebian, needChromium } from './chromium.ts';
import { root } from './paths.ts';

/**
 * Everything that CI runs: types, lint, format, then the tests of rules, services and architecture, then the month in a browser.
 * The last line counts every check. `node build/check.ts types lint` runs only the named parts.
 */
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const out = join(root, 'out');

type Count = { passed: number; failed: number };

/** What failed, by name, told again at the end: between lies the output of thousands of tests. */
const failures: string[] = [];
/** What is to be told besides, though it fails nothing. */
const remarks: string[] = [];

function run(command: string, args: readonly string[]): boolean {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

function one(name: string, ok: boolean): Count {
  if (!ok) failures.push(name);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
const add = (counts: readonly Count[]): Count =>
  counts.reduce(
    (total, count) => ({ passed: total.passed + count.passed, failed: total.failed + count.failed }),
    { passed: 0, failed: 0 },
  );

/** Counts from a report; a run that left no report, or counted no failure though it failed, is one failure. */
function counted(ok: boolean, file: string, read: (report: never) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const count = read(JSON.parse(readFileSync(file, 'utf8')) as never);
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** The county's stock tools, which our verifier is held against, and strace, which replays power cuts; a test names what is missing where they cannot be installed. */
function stockTools(): void {
  const missing = ['age', 'ssh-keygen', 'strace'].filter(
    (tool) => spawnSync(tool, ['--help'], { stdio: 'ignore' }).error,
  );
  if (missing.length > 0)
    installFromDebian(
      ['age', 'openssh-client', 'strace'],
      '正在安装测试工具…… / Installing tools for the tests…',
    );
}

type UnitReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
};

function units(): Count {
  stockTools();
  const file = join(out, 'unit-report.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = run(bin('vitest'), ['run', '-c', 'build/vitest.config.ts', ...reporters]);
  return counted(ok, file, ({ numPassedTests, numFailedTests, testResults }: UnitReport) => {
    for (const { name: file, status, message, assertionResults } of testResults) {
      const name = relative(root, file);
      if (status === 'failed' && message) failures.push(`${name}: ${message}`);
      for (const each of assertionResults.filter(({ status: its }) => its === 'failed'))
        failures.push(
          `${name} › ${each.fullName}: ${(each.failureMessages ?? []).join('\n').slice(0, 2_000)}`,
        );
    }
    return { passed: numPassedTests, failed: Math.max(numFailedTests, ok ? 0 : 1) };
  });
}

function endToEnd(): Count {
  if (!needChromium()) return { passed: 0, failed: 1 };
  const file = join(out, 'e2e-report.json');
  rmSync(file, { force: true });
  if (!run(process.execPath, ['build/bundle.ts'])) return { passed: 0, failed: 1 };
  const ok = run(bin('playwright'), ['test', '-c', 'build/playwright.config.ts']);
  return counted(
    ok,
    file,
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => {
      if (stats.flaky > 0)
        remarks.push(`${stats.flaky} passed in the browser the second time only: see above`);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    },
  );
}

const tsconfigs = [
  'tsconfig.json',
  ...['node', 'shell', 'renderer', 'test'].map((name) => `build/tsconfig.${name}.json`),
];
const parts: Record<string, () => Count> = {
  types: () => add(tsconfigs.map((config) => one(`types of ${config}`, run(bin('tsc'), ['-p', config])))),
  lint: () => one('lint', run(bin('oxlint'), ['-c', 'build/oxlintrc.json', '--quiet', '.'])),
  format: () => one('format', run(bin('oxfmt'), ['-c', 'build/oxfmtrc.json', '--check', '.'])),
  unit: units,
  e2e: endToEnd,
};

mkdirSync(out, { recursive: true });
const wanted = process.argv.slice(2);
const chosen = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const results = chosen.map(([name, part]) => {
  console.log(`\n— ${name}`);
  const count = part();
  console.log(`  ${name}: ${count.passed} passed, ${count.failed} failed`);
  return count;
});
const total = add(results);
for (const failure of failures) console.log(`\nfailed: ${failure}`);
for (const remark of remarks) console.log(`\nto be mended: ${remark}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
