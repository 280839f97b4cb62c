import { workerData } from 'node:worker_threads';
import { isWhole, readBackup, type ReadingOrder } from '../core/backup-reading.ts';
import { answer, say } from './worker-answer.ts';

type Order =
  | ({ readonly kind: 'read' } & ReadingOrder)
  | { readonly kind: 'check'; readonly folder: string; readonly name: string };

const order = workerData as Order;

await answer(() => (order.kind === 'read' ? readBackup(order, say) : isWhole(order.folder, order.name, say)));
