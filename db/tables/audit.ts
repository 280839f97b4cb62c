import type { Generated } from 'kysely';

export interface AuditTable {
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: string;
  prev: string;
  hash: string;
}

export interface AuditAnchorTable {
  id: Generated<number>;
  kind: 'package' | 'backup' | 'paper' | 'receipt';
  at: string;
  seq: number;
  hash: string;
  reference: string;
}
