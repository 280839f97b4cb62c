import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/messages/language.ts';
import { messages } from '../../shared/messages/index.ts';
import { packageSentence } from '../../shared/messages/package-sentence.ts';
import { receiptSentence } from '../../shared/messages/receipt-sentence.ts';
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

  it('that a receipt may carry has its own sentence for the centre, or quotes the county’s', () => {
    const chain = refusalCodes.slice(
      refusalCodes.indexOf('CENTRE_ON_HOLD'),
      refusalCodes.indexOf('TABLE_TOO_LARGE'),
    );
    for (const language of languages) {
      const { reasons } = messages[language].packageLife.receipt;
      // A package that came before is answered by its first receipt: REPLAY is never told to a centre.
      const answered = chain.filter((code) => code !== 'REPLAY');
      expect(Object.keys(reasons).toSorted()).toEqual([...answered, 'PERIOD_IN_FUTURE'].toSorted());
    }
    expect(receiptSentence('GAP', { from: 2, to: 3, seq: 4 }, 'zh-CN')).toBe(
      '县里还缺第 2 至 3 号：请在下面找到它们，重新下载，交给县里。',
    );
    expect(receiptSentence('ROW_VALUE', { table: 'pay', line: 3, field: 'days' }, 'zh-CN')).toBe(
      '县里的说明：工资 表第 3 行的 days 不在规定范围内；请让中心核对后重新生成。',
    );
    expect(receiptSentence('PERIOD_TAKEN', { period: '2026-10' }, 'en')).toContain('October 2026');
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
