import type { Generated } from 'kysely';

export interface SigningKeyTable {
  id: string;
  public_key: string;
  private_key: Uint8Array;
  fingerprint: string;
  created_at: string;
  created_by: string;
  ended_at: string | null;
  begun_at: string | null;
}

export interface SecondKeyTable {
  id: string;
  public_key: string;
  private_key: Uint8Array;
  created_at: string;
  created_by: string;
  ended_at: string | null;
}

export interface CountyKeyTable {
  id: string;
  recipient: string;
  recorded_at: string;
  recorded_by: string;
  ended_at: string | null;
  next_recipient: string | null;
  number: Generated<number>;
}

export interface CountySignerTable {
  id: string;
  public_key: string;
  fingerprint: string;
  recorded_at: string;
  recorded_by: string;
  ended_at: string | null;
}

export interface PackageTable {
  id: string;
  epoch: number;
  seq: number;
  period: string;
  kind: 'full' | 'correction' | 'empty';
  statement_hash: string;
  prev_hash: string;
  data_hash: string;
  manifest: string;
  file_name: string;
  size: number;
  built_at: string;
  built_by: string;
}

export interface PackageContentTable {
  package_id: string;
  content: Uint8Array;
}

export interface PackageReceiptTable {
  id: string;
  epoch: number;
  seq: number;
  statement_hash: string;
  verdict: 'accepted' | 'waiting' | 'refused';
  code: string | null;
  facts: string;
  next_seq: number;
  last_hash: string;
  received_on: string;
  content: Uint8Array;
  recorded_at: string;
  recorded_by: string;
}

export interface PackageResyncTable {
  id: string;
  epoch: number;
  last_epoch: number;
  last_seq: number;
  last_hash: string;
  confirmed_by: string;
  confirmed_on: string;
  content: Uint8Array;
  recorded_at: string;
  recorded_by: string;
}
