import type { Hit } from '../../shared/find/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';

/** Where a hit of the search leads. */
export function hitPath({ kind, id }: Hit): string {
  return {
    resident: `/residents/${id}`,
    caregiver: `/caregivers/${id}`,
    bed: `/beds/${id}`,
    device: `/devices/${id}`,
  }[kind];
}

/** What stands below the name of a hit, to tell two of the same name apart. */
export function hitDetail(hit: Hit, { kit, frame }: Words<Messages>): string {
  switch (hit.kind) {
    case 'resident':
      if (hit.left) return frame.hits.left;
      return hit.bed === null ? kit.noBed : fill(kit.bed, { bed: hit.bed });
    case 'caregiver':
      return hit.ended ? frame.hits.ended : '';
    case 'bed':
      return hit.occupant ?? frame.hits.freeBed;
    case 'device':
      return hit.holder === null ? hit.code : `${hit.code} · ${hit.holder}`;
  }
}
