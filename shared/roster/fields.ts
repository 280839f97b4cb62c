import { z } from 'zod';

/** Fields that several requests of the roster have in common. */
export const RosterId = z.string().min(1).max(64);
export const Seed = z.number().int().min(0).max(2_147_483_647);

export const CoverPart = z.strictObject({
  zone: z.string().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  skill: z.string().nullable(),
});
