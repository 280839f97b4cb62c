import { z } from 'zod';
import { query } from '../contract/base.ts';
import { Search } from '../contract/id.ts';

const Hit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resident'),
    id: z.string(),
    name: z.string(),
    bed: z.string().nullable(),
    left: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('caregiver'), id: z.string(), name: z.string(), ended: z.boolean() }),
  z.strictObject({
    kind: z.literal('bed'),
    id: z.string(),
    name: z.string(),
    occupant: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('device'),
    id: z.string(),
    name: z.string(),
    code: z.string(),
    holder: z.string().nullable(),
  }),
]);
export type Hit = z.output<typeof Hit>;

/** The most hits that one search gives. */
export const MOST_HITS = 20;

export const find = {
  /** Whatever the asker may read, by hanzi, pinyin, initials, bed or number: the nearest first. */
  anything: query('signed-in')
    .input(z.strictObject({ text: Search }))
    .output(z.array(Hit).max(MOST_HITS)),
};
