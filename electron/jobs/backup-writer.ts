import { workerData } from 'node:worker_threads';
import { writeSets, type WritingOrder } from '../core/backup-writing.ts';
import { answer, say } from './worker-answer.ts';

await answer(() => writeSets(workerData as WritingOrder, say));
