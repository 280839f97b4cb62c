import { z } from 'zod';

/** The id of a record: a UUID, or whatever the month run makes from its seed. */
export const Id = z.string().min(1).max(64);

/** Why something was changed, in the user's words; kept with the fact. */
export const Reason = z.string().trim().min(1).max(200);

/** What somebody typed into a search field. */
export const Search = z.string().max(60);
