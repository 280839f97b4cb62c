import { z } from 'zod';

/** An ID or certificate number whose middle digits are hidden (masking.ts): lists may show it to whoever may read them. */
export const MaskedNumber = z.string().max(20).meta({ masked: true });
