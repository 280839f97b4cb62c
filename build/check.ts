import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installFromDebian, needChromium } from './chromium.ts';
import { root } from './paths.ts';

/**
 * Everything that CI runs: types, lint, format, then the tests of rules, services and architecture, then the month in a browser.
 * The last line counts every check. `node build/check.ts types lint` runs only the named parts.
 */
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const out = join(root, 'out');

type Count = { passed: number; failed: number };

function run(command: string, args: readonly string[]): boolean {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

const one = (ok: boolean): Count => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
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

function units(): Count {
  stockTools();
  const file = join(out, 'unit-report.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = run(bin('vitest'), ['run', '-c', 'build/vitest.config.ts', ...reporters]);
  return counted(
    ok,
    file,
    (report: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }) => ({
      passed: report.numPassedTests,
      failed: Math.max(report.numFailedTests, ok ? 0 : 1),
    }),
  );
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
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }),
  );
}

const tsconfigs = [
  'tsconfig.json',
  ...['node', 'shell', 'renderer', 'test'].map((name) => `build/tsconfig.${name}.json`),
];
const parts: Record<string, () => Count> = {
  types: () => add(tsconfigs.map((config) => one(run(bin('tsc'), ['-p', config])))),
  lint: () => one(run(bin('oxlint'), ['-c', 'build/oxlintrc.json', '--quiet', '.'])),
  format: () => one(run(bin('oxfmt'), ['-c', 'build/oxfmtrc.json', '--check', '.'])),
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
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
