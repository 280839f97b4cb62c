import { z } from 'zod';
import { Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { Id } from '../contract/id.ts';
import { JobId } from '../contract/jobs.ts';
import { packageAnswers, ReceiptState } from './answer-contract.ts';
import { kinds } from './manifest.ts';
import { refusalKinds, warningKinds } from './preflight.ts';
import { secondSignature } from './second-contract.ts';
import { tableNames, type TableName } from './tables.ts';

const Counts = z.strictObject(
  Object.fromEntries(tableNames.map((name) => [name, z.number().int()])) as Record<TableName, z.ZodNumber>,
);
/** In fen. */
const Totals = z.strictObject({
  gross_fen: z.number().int(),
  deduction_fen: z.number().int(),
  tax_fen: z.number().int(),
  net_fen: z.number().int(),
});

const PackageFacts = z.strictObject({
  id: z.string(),
  epoch: z.number().int(),
  seq: z.number().int(),
  period: z.string(),
  kind: z.enum(kinds),
  hash: z.string(),
  fileName: z.string(),
  /** In bytes, encrypted. */
  size: z.number().int(),
  counts: Counts,
  totals: Totals,
  builtAt: z.string(),
  builtBy: z.string(),
  /** What the county answered. */
  receipt: ReceiptState,
});
export type PackageFacts = z.output<typeof PackageFacts>;

const SigningKeyFacts = z.strictObject({
  fingerprint: z.string(),
  spoken: z.string(),
  publicKey: z.string(),
  createdAt: z.string(),
});

const MonthChoice = z.strictObject({
  month: Month,
  /** A month that went up before goes up again, as a correction that supersedes it. */
  correction: z.boolean(),
});

export const packages = {
  ...packageAnswers,
  ...secondSignature,

  /** The keys: the county's, for which packages are encrypted and with which receipts are signed, and the centre's own. */
  keys: query('package.read')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        county: z
          .strictObject({ recipient: z.string(), next: z.string().nullable(), recordedAt: z.string() })
          .nullable(),
        countySigner: z
          .strictObject({ fingerprint: z.string(), spoken: z.string(), recordedAt: z.string() })
          .nullable(),
        signing: SigningKeyFacts.nullable(),
        /** The centre's next key, until the county knows it. */
        nextSigning: SigningKeyFacts.nullable(),
      }),
    ),

  setCountyKey: command('package.build')
    .input(z.strictObject({ recipient: z.string().trim().min(1).max(200) }))
    .output(z.strictObject({ recipient: z.string() }))
    .errors(refusals('NOT_A_COUNTY_KEY', 'COUNTY_KEY_IS_SECRET', 'NOTHING_CHANGED')),

  /** The file with which the county enrols this centre; makes the signing key when there is none. */
  enrolment: command('package.build').input(z.strictObject({})).output(FileContent),

  /** What would go up, what stands in the way, and what should be known before. */
  preflight: query('package.read')
    .input(MonthChoice)
    .output(
      z.strictObject({
        kind: z.enum(kinds),
        /** Whether the month went up before in this epoch: then only a correction can follow. */
        reported: z.boolean(),
        refusals: z.array(
          z.strictObject({
            kind: z.enum(refusalKinds),
            /** Which record is meant when a row is at fault: its table, id, name for people and field. */
            fault: z
              .strictObject({
                table: z.enum(tableNames),
                id: z.string(),
                label: z.string(),
                field: z.string(),
              })
              .nullable(),
          }),
        ),
        warnings: z.array(z.strictObject({ kind: z.enum(warningKinds), count: z.number().int() })),
        /** Records of which a text goes up with an apostrophe before it. */
        marked: z.array(z.strictObject({ table: z.enum(tableNames), id: z.string(), label: z.string() })),
        counts: Counts,
        totals: Totals,
      }),
    ),

  /** Builds, signs, encrypts, numbers and keeps the package of a month, and answers its file. Cancelled, it leaves nothing. */
  build: command('package.build')
    .input(MonthChoice.extend({ job: JobId.optional() }))
    .output(z.strictObject({ package: PackageFacts, file: FileContent }))
    .errors(refusals('PACKAGE_NOT_READY', 'CANCELLED')),

  /** Every package that was built, newest first. */
  list: query('package.read').input(z.strictObject({})).output(z.array(PackageFacts)),

  /** The file of a package that was built before, the same bytes. It leaves an audit line: data goes out of the house. */
  download: command('package.read')
    .input(z.strictObject({ id: Id }))
    .output(FileContent)
    .errors(refusals('NOT_FOUND', 'PACKAGE_VOID')),
};
