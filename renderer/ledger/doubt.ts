import type { LedgerPreview } from '../../shared/ledger/contract.ts';

/** One doubtful cell of a preview. */
export type Doubt = LedgerPreview['faults'][number];
