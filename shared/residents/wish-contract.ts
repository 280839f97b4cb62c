import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id } from '../contract/id.ts';

/** `same-sex`: intimate care (bathing, changing, toilet) only by somebody of her own sex; `any`: asked, and it does not matter to her. */
export const intimateCares = ['same-sex', 'any'] as const;
export const wishSpeakers = ['resident', 'guardian'] as const;

const Wish = z.strictObject({
  id: z.string(),
  intimateCare: z.enum(intimateCares),
  /** Who said so, and when; and who wrote it down, and when. */
  saidBy: z.enum(wishSpeakers),
  saidOn: Day,
  note: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type CareWish = z.output<typeof Wish>;

export const wish = {
  /** What a resident asks for in intimate care: the wish that counts (null: nobody has asked her yet), and the earlier ones. */
  of: sensitive('residents.read', 'file')
    .input(z.strictObject({ residentId: Id }))
    .output(z.strictObject({ now: Wish.nullable(), earlier: z.array(Wish) }))
    .errors(refusals('NOT_FOUND')),

  /** Writes down what she asks for; what she asked for before is kept. It counts from the next time duties are given. */
  record: command('wishes.write')
    .input(
      z.strictObject({
        residentId: Id,
        intimateCare: z.enum(intimateCares),
        saidBy: z.enum(wishSpeakers),
        saidOn: Day,
        note: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND', 'RESIDENT_LEFT', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),
};
