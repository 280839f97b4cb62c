import { z } from 'zod';
import { Day, type Month, lastDay } from '../calendar/day.ts';
import { Engagement } from './items.ts';

export const schemes = ['pension', 'medical', 'unemployment', 'housing'] as const;
export type Scheme = (typeof schemes)[number];

const Reason = z.string().trim().min(1).max(200);
export const SchemesOff = z.partialRecord(z.enum(schemes), Reason);

/** first-job: 公告2020年第13号; sixty-thousand: 公告2020年第19号 (domain.md 2e). */
export const taxReliefs = ['none', 'first-job', 'sixty-thousand'] as const;
export const TaxRelief = z.enum(taxReliefs);
export type TaxRelief = z.output<typeof TaxRelief>;

/** What a caregiver is paid and how, from a day on. Insurance that is off always says why. */
export const PayTerm = z
  .strictObject({
    effectiveFrom: Day,
    engagement: Engagement,
    baseWage: z.number().int().min(0).max(10_000_000),
    insurance: z.enum(['on', 'off']),
    insuranceReason: z.string().trim().max(200),
    insuranceBase: z.number().int().min(0).max(100_000_000).nullable(),
    schemesOff: SchemesOff,
    specialDeduction: z.number().int().min(0).max(10_000_000),
    taxRelief: TaxRelief,
  })
  .refine((chosen) => chosen.insurance === 'on' || chosen.insuranceReason !== '', {
    path: ['insuranceReason'],
    message: 'insurance that is off needs a reason',
  });
export type PayTerm = z.output<typeof PayTerm>;

/**
 * The term of a caregiver who comes in from a workbook that names a wage and nothing else. Nothing is guessed in
 * silence: insurance is off with the reason given, until the clerk sets the term.
 */
export function startingTerm(baseWage: number, startedOn: Day, reason: string): PayTerm {
  return {
    effectiveFrom: startedOn,
    engagement: 'employment',
    baseWage,
    insurance: 'off',
    insuranceReason: reason,
    insuranceBase: null,
    schemesOff: {},
    specialDeduction: 0,
    taxRelief: 'none',
  };
}

/** The term that counts for a month: the one in force on its last day. */
export function termFor<T extends { readonly effectiveFrom: Day }>(
  terms: readonly T[],
  month: Month,
): T | undefined {
  return terms
    .filter((each) => each.effectiveFrom <= lastDay(month))
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .at(-1);
}
