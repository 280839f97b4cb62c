import type { Disability } from '../identity/certificate.ts';
import type { Sex } from '../identity/citizen-id.ts';

/** What a director should know before giving a bed; nothing here forbids it (relatives share rooms, papers may be unclear). */
export type BedWarning =
  | { readonly kind: 'mixed-room'; readonly room: string; readonly residents: string[] }
  | { readonly kind: 'other-zone'; readonly zone: string; readonly disability: Disability };

type Person = { readonly id: string; readonly name: string; readonly sex: Sex | null };

/**
 * Warns of a room with both sexes and of a zone that is meant for another kind of disability
 * (分区管理, S000: residents are looked after in zones by kind of disability).
 */
export function bedWarnings(
  resident: Person & { readonly disability: Disability | null },
  room: string,
  roommates: readonly Person[],
  zone: { readonly name: string; readonly disability: Disability | null } | null,
): BedWarning[] {
  const others = roommates.filter(
    (mate) =>
      mate.id !== resident.id && mate.sex !== null && resident.sex !== null && mate.sex !== resident.sex,
  );
  const warnings: BedWarning[] = [];
  if (others.length > 0)
    warnings.push({ kind: 'mixed-room', room, residents: others.map((mate) => mate.name) });
  if (zone?.disability && resident.disability && zone.disability !== resident.disability)
    warnings.push({ kind: 'other-zone', zone: zone.name, disability: resident.disability });
  return warnings;
}

/** The rooms in which both sexes sleep, in the order of the list. */
export function mixedRooms(
  beds: readonly { readonly room: string; readonly occupant: { readonly sex: Sex | null } | null }[],
): string[] {
  const sexes = new Map<string, Set<Sex>>();
  for (const { room, occupant } of beds) {
    if (!occupant?.sex) continue;
    sexes.set(room, (sexes.get(room) ?? new Set()).add(occupant.sex));
  }
  return [...sexes].filter(([, found]) => found.size > 1).map(([room]) => room);
}
