/** What is wrong with the data themselves, once all before it was in order. */
const dataCodes = [
  'TABLE_TOO_LARGE',
  'ROW_MALFORMED',
  'ROW_FIELDS',
  'ROW_VALUE',
  'ROW_ORDER',
  'ROW_REFERENCE',
  'COUNTS_DIFFER',
  'TOTALS_DIFFER',
] as const;

/**
 * Every reason for which the county does not take a package, in the order in which they are looked for (trust.md 4.3).
 * Each has its sentence in shared/messages/<language>/package.ts.
 */
export const refusalCodes = [
  // the file
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'NOT_A_PACKAGE',
  'NOT_FOR_THIS_KEY',
  'DAMAGED',
  // the container
  'CONTAINER_MALFORMED',
  'CONTAINER_ENTRIES',
  // the signature
  'SIGNATURE_MALFORMED',
  'SIGNATURE_OF_OTHER_KIND',
  'SIGNER_UNKNOWN',
  'SIGNER_REVOKED',
  'SIGNER_NOT_IN_FORCE',
  'SIGNATURE_WRONG',
  'SECOND_SIGNATURE_MISSING',
  'SECOND_SIGNER_UNKNOWN',
  'SECOND_SIGNATURE_MALFORMED',
  'SECOND_SIGNATURE_WRONG',
  // the sums
  'SUMS_MALFORMED',
  'SUMS_DIFFER',
  // the manifest
  'MANIFEST_MALFORMED',
  'MANIFEST_VERSION',
  'OTHER_RECIPIENT',
  'OTHER_COUNTY',
  'OTHER_CENTRE',
  'OTHER_KEY',
  'PERIOD_IN_FUTURE',
  // the chain
  'CENTRE_ON_HOLD',
  'EPOCH_PAST',
  'EPOCH_UNCONFIRMED',
  'EPOCH_SKIPPED',
  'REPLAY',
  'AFTER_RETURNED',
  'FORK',
  'GAP',
  'CHAIN_BROKEN',
  'PERIOD_TAKEN',
  'NOTHING_TO_CORRECT',
  ...dataCodes,
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

const forGood: ReadonlySet<RefusalCode> = new Set([
  'PERIOD_IN_FUTURE',
  'AFTER_RETURNED',
  'PERIOD_TAKEN',
  'NOTHING_TO_CORRECT',
  ...dataCodes,
]);

/**
 * Whether a package that is genuine and refused for this reason is returned for good: the county answers the same for ever,
 * and the centre builds the month again in the place that stayed free. Every other reason may pass (a damaged copy, a missing
 * confirmation, a hold), or concerns a file of which nobody knows whose it is.
 */
export function isForGood(code: RefusalCode): boolean {
  return forGood.has(code);
}

/** The facts that a sentence may name: which file, line, field, number. Never a value out of the data. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** A package is not what it should be. Thrown inside the checks, turned into a value by `inspect`. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}

export function refusePackage(code: RefusalCode, facts: RefusalFacts = {}): never {
  throw new Refused(code, facts);
}
