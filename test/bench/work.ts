import { readFileSync } from 'node:fs';
import type { RosterModel } from '../../shared/roster/model.ts';
import { readNrp } from '../../shared/roster/nrp.ts';
import { nrpLike } from './nrp-like.ts';
import { ownHouse } from './own-house.ts';

/** Where a model comes from: small enough to be handed to another process. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'like'; readonly seed: number }
  | { readonly kind: 'own'; readonly seed: number; readonly people: number; readonly days: number };

export const contenderNames = ['nuantuo', 'highs', 'cpSat'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** What one process is to do. */
export type Work = {
  readonly contender: ContenderName;
  readonly source: Source;
  readonly seconds: number;
  readonly seed: number;
};

/** Throws NrpFormatError or the file system's error. */
export function readSource(source: Source): RosterModel {
  switch (source.kind) {
    case 'file':
      return readNrp(readFileSync(source.path, 'utf8'));
    case 'like':
      return readNrp(nrpLike(source.seed));
    case 'own':
      return ownHouse(source.seed, source);
  }
}
