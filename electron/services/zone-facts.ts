import type { Kysely } from 'kysely';
import { bedQueries } from '../../db/beds.ts';
import { guardQueries } from '../../db/guards.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import { zoneCoverQueries } from '../../db/zone-cover.ts';
import type { Day } from '../../shared/calendar/day.ts';
import {
  partCoverOf,
  zoneOf,
  type PartPerson,
  type PartRule,
  type Zone,
} from '../../shared/roster/zone-cover.ts';

export type ZonedPerson = PartPerson & {
  readonly name: string;
  readonly placeOn: (day: Day) => ReturnType<typeof zoneOf>;
  /** As her pairs live, whatever was set. */
  readonly pairsZoneOn: (day: Day) => string | null;
};

/** What parts of the people must be on each shift; nothing is read where no part is asked for. */
export async function partCoverBetween(db: Kysely<Schema>, days: readonly Day[], codes: ReadonlySet<string>) {
  const rules = (await partRules(db)).filter(({ shift }) => codes.has(shift));
  const [first, last] = [days[0], days.at(-1)];
  if (rules.length === 0 || !first || !last) return [];
  const zones = await bedQueries(db).zones();
  return partCoverOf(days, rules, await zonedPeople(db, first, last, zones), zones);
}

export async function partRules(db: Kysely<Schema>): Promise<PartRule[]> {
  return (await zoneCoverQueries(db).partRules()).map((row) => ({
    shift: row.shift_code,
    zoneId: row.zone_id,
    sex: row.sex,
    skill: row.skill,
    minimum: row.minimum,
    from: row.effective_from as Day,
  }));
}

/** Everybody employed in a period with zone and skills, day by day. */
export async function zonedPeople(
  db: Kysely<Schema>,
  first: Day,
  last: Day,
  zones: readonly Zone[],
): Promise<ZonedPerson[]> {
  const settings = Map.groupBy(await zoneCoverQueries(db).zoneSettings(), (row) => row.caregiver_id);
  const skills = Map.groupBy(await zoneCoverQueries(db).currentSkills(), (row) => row.caregiver_id);
  const pairings = Map.groupBy(
    await rosterQueries(db).pairingsBetween(first, last),
    (row) => row.caregiver_id,
  );
  const stays = Map.groupBy(await rosterQueries(db).staysBetween(first, last), (row) => row.resident_id);
  const zoneOfResident = (resident: string, day: Day) =>
    (stays.get(resident) ?? []).find((stay) => isOn(stay, day))?.zone_id ?? null;

  return (await guardQueries(db).certificates(first, last)).map(({ id, name, sex }) => {
    const zonesOfPairs = (day: Day) =>
      (pairings.get(id) ?? [])
        .filter((pair) => isOn(pair, day))
        .map((pair) => zoneOfResident(pair.resident_id, day));
    const set = (settings.get(id) ?? []).map((row) => ({
      zoneId: row.zone_id,
      from: row.effective_from as Day,
    }));
    const placeOn = (day: Day) => zoneOf(set, zonesOfPairs(day), zones, day);
    return {
      id,
      name,
      sex,
      placeOn,
      pairsZoneOn: (day) => zoneOf([], zonesOfPairs(day), zones, day).zoneId,
      zoneOn: (day) => placeOn(day).zoneId,
      hasSkillOn: (skill, day) =>
        (skills.get(id) ?? []).some(
          (row) => row.skill === skill && (row.valid_until === null || day <= row.valid_until),
        ),
    };
  });
}

/** Stays and pairings end on the day on which they no longer hold. */
function isOn(row: { readonly starts_on: string; readonly ends_on: string | null }, day: Day): boolean {
  return row.starts_on <= day && (row.ends_on === null || day < row.ends_on);
}
