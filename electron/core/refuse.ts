import { ORPCError } from '@orpc/server';
import type { FailureCode, FailureData } from '../../shared/contract/failures.ts';

/** Ends a request with a declared refusal; the door turns a code that the request does not declare into an unexpected fault. */
export function refuse<C extends FailureCode>(code: C, data: FailureData[C]): never {
  throw new ORPCError(code, { data, status: 422 });
}
