import { isContractProcedure } from '@orpc/contract';
import type { Meta } from './base.ts';

export type RequestFacts = {
  readonly path: readonly string[];
  readonly meta: Meta;
  readonly errors: readonly string[];
  /** The schemas of what goes in and what comes out, as the contract declares them. */
  readonly input: unknown;
  readonly output: unknown;
};

/** Walks a contract and lists every request with its path, so that new requests are covered without a list to keep. */
export function everyRequest(node: object, path: readonly string[] = []): RequestFacts[] {
  if (isContractProcedure(node)) {
    const { meta, errorMap, inputSchema, outputSchema } = node['~orpc'];
    return [
      { path, meta: meta as Meta, errors: Object.keys(errorMap), input: inputSchema, output: outputSchema },
    ];
  }
  return Object.entries(node).flatMap(([name, child]) => everyRequest(child as object, [...path, name]));
}
