import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/messages/language.ts';
import { messages } from '../../shared/messages/index.ts';
import { packageSentence } from '../../shared/messages/package-sentence.ts';
import { refusalCodes } from '../../shared/package/refusal.ts';

const folder = new URL('.', import.meta.url);
const tests = readdirSync(folder)
  .filter((name) => name !== 'every-reason.test.ts')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe('every reason to refuse a package', () => {
  it('has one sentence in both languages that says what is the case and what to do', () => {
    for (const language of languages) {
      const { refusals } = messages[language].packages;
      expect(Object.keys(refusals)).toEqual([...refusalCodes]);
      for (const code of refusalCodes) expect(refusals[code], code).toMatch(/^[^。]+[。.]$/);
    }
  });

  it('is tried by a test that names it', () => {
    const untried = refusalCodes.filter(
      (code) => !tests.includes(`'${code}'`) && !tests.includes(`|${code}`),
    );
    expect(untried).toEqual([]);
  });

  it('calls tables, months and days as people call them', () => {
    expect(packageSentence('ROW_ORDER', { table: 'residents', line: 3 }, 'zh-CN')).toContain(
      '入住人员 表第 3 行',
    );
    expect(packageSentence('PERIOD_TAKEN', { period: '2026-10' }, 'zh-CN')).toContain('2026年10月 的月报');
    expect(
      packageSentence('SIGNER_NOT_IN_FORCE', { from: '2026-10-01', until: '2028-09-29' }, 'en'),
    ).toContain('1 October 2026 to 29 September 2028');
  });
});
