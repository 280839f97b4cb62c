export interface LedgerImportTable {
  id: string;
  file_name: string;
  sha256: string;
  report: string;
  imported_at: string;
  imported_by: string;
}

export interface LedgerRowTable {
  fingerprint: string;
  import_id: string;
  sheet: string;
  row: number;
  kind: string;
  record_id: string;
}
