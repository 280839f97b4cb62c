import { z } from 'zod';

/** The largest file that comes in through a request, in bytes (trust.md 7.1; a clerk's workbook of ten years is half of it). */
export const LARGEST_UPLOAD = 20 * 1024 * 1024;

/** A file on its way through the contract: its name for people, its bytes as base64. Paths never cross. */
export const FileContent = z.strictObject({
  name: z.string().min(1).max(255),
  base64: z
    .string()
    .max(Math.ceil(LARGEST_UPLOAD / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
});
export type FileContent = z.output<typeof FileContent>;
