import type { LedgerReport } from '../../shared/ledger/report.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';

/** `导入报告-liuhe.xlsx`: without signs that a file system refuses. */
export function reportFileName({ fileName }: LedgerReport, language: Language): string {
  const stem = fileName.replace(/\.[^.]+$/, '').replaceAll(/[\\/:*?"<>|]/g, '_');
  return fill(messages[language].ledger.report.fileName, { name: stem });
}
