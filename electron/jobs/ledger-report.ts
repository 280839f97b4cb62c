import { workerData } from 'node:worker_threads';
import type { LedgerReport } from '../../shared/ledger/report.ts';
import type { Language } from '../../shared/messages/language.ts';
import { reportWorkbook } from './report-workbook.ts';
import { answer } from './worker-answer.ts';

const { report, language } = workerData as { readonly report: LedgerReport; readonly language: Language };
await answer(() => reportWorkbook(report, language));
