import { workerData } from 'node:worker_threads';
import { signEntries } from '../../shared/package/statement.ts';
import { sealEntries } from './seal-entries.ts';
import { answer, say } from './worker-answer.ts';
import type { PackageWork, WrittenPackage } from './write-package.ts';

/** Half of the way is composing, half is encrypting. */
const percent = (from: number) => (done: number, total: number) =>
  say({ done: from + Math.floor((50 * done) / total), total: 100 });

const { facts, tables, keys, recipients } = workerData as PackageWork;
await answer(async (): Promise<WrittenPackage> => {
  const { entries, ...signed } = signEntries(facts, tables, keys, percent(0));
  return { content: await sealEntries(entries, recipients, percent(50)), ...signed };
});
