export interface RosterMakingTable {
  roster_id: string;
  effort: number;
  ended: 'proven' | 'spent' | 'stopped';
  cost: number;
  bound: number | null;
  remarks: string;
  recorded_at: string;
  recorded_by: string;
  spent: number | null;
}
