import type { Day } from '../calendar/day.ts';
import { COST_MISSING, type Cover, type CoverPart } from './model.ts';

/** What a part of the people must be on a shift from a day on, until the next rule for the same part; null: no longer asked. */
export type PartRule = {
  readonly shift: string;
  readonly zoneId: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly skill: string | null;
  readonly minimum: number | null;
  readonly from: Day;
};

/** One caregiver as the parts see her; her zone and skills may change from day to day. */
export type PartPerson = {
  readonly id: string;
  readonly sex: 'male' | 'female';
  readonly zoneOn: (day: Day) => string | null;
  readonly hasSkillOn: (skill: string, day: Day) => boolean;
};

export type Zone = { readonly id: string; readonly name: string };

/** The rules in force on a day, one for each shift and part; of two from the same day the later in the list. */
export function partRulesOn<R extends PartRule>(rules: readonly R[], day: Day): R[] {
  const newest = new Map<string, R>();
  for (const rule of rules) {
    if (rule.from > day) continue;
    const key = JSON.stringify([rule.shift, rule.zoneId, rule.sex, rule.skill]);
    const known = newest.get(key);
    if (!known || rule.from >= known.from) newest.set(key, rule);
  }
  return [...newest.values()].filter(({ minimum }) => minimum !== null);
}

/** Who counts for a part on a day. */
export function among(
  { zoneId, sex, skill }: Pick<PartRule, 'zoneId' | 'sex' | 'skill'>,
  people: readonly PartPerson[],
  day: Day,
): string[] {
  return people
    .filter(
      (person) =>
        (zoneId === null || person.zoneOn(day) === zoneId) &&
        (sex === null || person.sex === sex) &&
        (skill === null || person.hasSkillOn(skill, day)),
    )
    .map(({ id }) => id);
}

/**
 * What the parts ask of each day. More than they need is no fault of theirs: only the whole house counts people who are too
 * many. Zones that are gone are left out.
 */
export function partCoverOf(
  days: readonly Day[],
  rules: readonly PartRule[],
  people: readonly PartPerson[],
  zones: readonly Zone[],
): (Cover & { readonly among: string[]; readonly part: CoverPart })[] {
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  return days.flatMap((day) =>
    partRulesOn(rules, day).flatMap((rule) => {
      const zone = rule.zoneId === null ? null : names.get(rule.zoneId);
      if (zone === undefined || rule.minimum === null || rule.minimum === 0) return [];
      const { shift, sex, skill, minimum } = rule;
      const part = { zone, sex, skill };
      return [
        { day, shift, minimum, among: among(rule, people, day), missing: COST_MISSING, surplus: 0, part },
      ];
    }),
  );
}

/** A caregiver set to a zone from a day on; null gives her back to where her pairs live. */
export type ZoneSetting = { readonly zoneId: string | null; readonly from: Day };

/**
 * The zone that a caregiver belongs to: what was set, else where most of the residents live whom she answers for; of two zones
 * with as many, the first in the house's order. Nobody to answer for: none.
 */
export function zoneOf(
  settings: readonly ZoneSetting[],
  zonesOfPairs: readonly (string | null)[],
  zones: readonly Zone[],
  day: Day,
): { readonly zoneId: string | null; readonly by: 'setting' | 'pairs' } {
  const begun = settings.filter(({ from }) => from <= day);
  const set = begun.reduce<ZoneSetting | null>(
    (last, one) => (last === null || one.from >= last.from ? one : last),
    null,
  );
  if (set && set.zoneId !== null) return { zoneId: set.zoneId, by: 'setting' };
  const counted = zones.map(({ id }) => ({ id, pairs: zonesOfPairs.filter((zone) => zone === id).length }));
  const most = counted.reduce<(typeof counted)[number] | null>(
    (best, one) => (one.pairs > (best?.pairs ?? 0) ? one : best),
    null,
  );
  return { zoneId: most?.id ?? null, by: 'pairs' };
}
