import type { Role } from '../contract/permissions.ts';
import type { ConcernKind } from './kinds.ts';

/** Whom a complaint concerns, as it was written down. */
export type Concern = { readonly kind: ConcernKind; readonly id: string | null; readonly name: string };
type Person = { readonly id: string; readonly name: string };

/** Names as people write them: full and half width alike, spaces and the dot between parts of a name left out. */
const plain = (name: string) => name.normalize('NFKC').replaceAll(/[\s·•・]/g, '');

/**
 * Whether a complaint concerns somebody with an account. Accounts and caregivers are two registers, and somebody may stand in both
 * or come back under another login: the same name counts as the same person. Of two people of one name one is shut out without
 * need; the other way round the one who is complained about would read it.
 */
export function isConcerned(person: Person, { kind, id, name }: Concern): boolean {
  if (kind === 'unknown') return false;
  if (kind === 'account' && id === person.id) return true;
  const [own, written] = [plain(person.name), plain(name)];
  if (own === '') return false;
  return kind === 'other' ? written.includes(own) : written === own;
}

/**
 * Whether a name that was typed for somebody else may mean the director by the office: who records it is asked to look again. A
 * question and no rule: a village has its 主任 too.
 */
export function mayMeanDirector(name: string): boolean {
  return /主任|院长|站长|领导|负责人|director|head of/iu.test(name.normalize('NFKC'));
}

/** What somebody sees of a complaint. */
export type Sight = 'whole' | 'entry' | 'nothing';

/**
 * The row rule of the sealed log: the director sees all of it, who recorded it sees the entry and not how it is handled, nobody
 * else sees that it is there; whom it concerns never does, director and recorder not excepted (残疾人保障法 第六十五条;
 * domain.md D23: the one who tells must not have to fear the one who is told of).
 */
export function sightOf(
  viewer: Person & { readonly role: Role },
  complaint: { readonly recordedBy: string; readonly concern: Concern },
): Sight {
  if (isConcerned(viewer, complaint.concern)) return 'nothing';
  if (viewer.role === 'director') return 'whole';
  return complaint.recordedBy === viewer.id ? 'entry' : 'nothing';
}

/**
 * Where a complaint goes: to the director, or sealed to the county because it concerns a director or because who records it holds
 * that no director should have it. With two directors one concerned is enough: they work together every day.
 */
export function channelOf(
  concern: Concern,
  directors: readonly Person[],
  notForDirector: boolean,
): 'centre' | 'county' {
  return notForDirector || directors.some((director) => isConcerned(director, concern)) ? 'county' : 'centre';
}
