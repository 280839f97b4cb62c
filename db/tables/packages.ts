export interface SigningKeyTable {
  id: string;
  public_key: string;
  private_key: Uint8Array;
  fingerprint: string;
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
  content: Uint8Array;
  built_at: string;
  built_by: string;
}
