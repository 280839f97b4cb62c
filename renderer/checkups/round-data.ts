import type { api } from '../lib/api.ts';

/** The sheet of a round as the house hands it out. */
export type RoundData = Awaited<ReturnType<typeof api.checkups.round>>;
