import { workerData } from 'node:worker_threads';
import { inspectPackageFile } from '../county/inspect-file.ts';
import type { VerifyWork } from './verify-package.ts';
import { answer, say } from './worker-answer.ts';

await answer(() => inspectPackageFile(workerData as VerifyWork, (done, total) => say({ done, total })));
