import type { AuditLine } from '../../db/audit.ts';
import { namesOfThings } from '../../db/audit-lines.ts';
import type { AuditLogLine, LineKind } from '../../shared/audit/contract.ts';
import { everyRequest } from '../../shared/contract/every-request.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Work } from '../core/door.ts';

/** Lines that the ways into the house write by themselves. */
const ENTRANCES = [
  'people.setUp',
  'people.signIn',
  'people.signInRefused',
  'people.clockBehind',
  'people.journalDamaged',
  'people.signOut',
  'people.recover',
  'people.recoverRefused',
  'people.pins.take',
  'people.pins.refused',
] as const;

/** Commands by which something leaves the house; what else leaves is marked as a copy in the contract. */
const LEAVING = [
  'audit.printed',
  'audit.copied',
  'package.download',
  'package.enrolment',
  'backup.make',
] as const;

let known: ReadonlyMap<string, LineKind> | undefined;

/** The acts that are not changes, as the contract marks them; read when it is first asked for, since the contract asks for this file too. */
function kinds(): ReadonlyMap<string, LineKind> {
  known ??= new Map<string, LineKind>([
    ...everyRequest(contract).flatMap(({ path, meta }): [string, LineKind][] =>
      meta.reads ? [[path.join('.'), meta.reads === 'copy' ? 'copy' : 'read']] : [],
    ),
    ...ENTRANCES.map((action) => [action, 'entrance'] as const),
    ...LEAVING.map((action) => [action, 'copy'] as const),
  ]);
  return known;
}

/** Which acts are of a kind; changes are all that are of no other. */
export function actionsOf(kind: LineKind): { actions: string[] } | { otherThan: string[] } {
  if (kind === 'change') return { otherThan: [...kinds().keys()] };
  return { actions: [...kinds()].filter(([, each]) => each === kind).map(([action]) => action) };
}

/** Lines with the names of the people and things in them. */
export function shownLines({ raw }: Pick<Work, 'raw'>, lines: readonly AuditLine[]): AuditLogLine[] {
  const asked = lines.flatMap(({ actor, object, detail }) => [actor, object, ...idsIn(detail)]);
  const names = namesOfThings(raw, [...new Set(asked)]);
  return lines.map(({ seq, at, actor, action, object, detail }) => ({
    seq,
    at,
    actor,
    who: names.get(actor) ?? '',
    action,
    kind: kinds().get(action) ?? 'change',
    object,
    about: names.get(object) ?? '',
    detail: idsIn(detail).reduce((text, id) => text.replaceAll(id, names.get(id) ?? id), detail),
  }));
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** Ids of people and things that a remark speaks of. */
const idsIn = (detail: string): string[] => detail.match(UUID) ?? [];
