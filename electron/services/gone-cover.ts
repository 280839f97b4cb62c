import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { shiftQueries } from '../../db/shifts.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { coverRuleOn } from '../../shared/roster/defaults.ts';
import { COST_MISSING, COST_SURPLUS, type Cover } from '../../shared/roster/model.ts';
import { coverRules } from './roster-facts.ts';
import { partRules } from './zone-facts.ts';

/**
 * Cover that was asked for from a day on which its shift was out of use already: no roster can give it, and it is said. A rule
 * that was in force before has ended with its shift, and needs no word.
 */
export async function goneCover(db: Kysely<Schema>, days: readonly Day[]): Promise<Cover[]> {
  const retired = (await shiftQueries(db).all()).filter(({ retired_on }) => retired_on !== null);
  if (retired.length === 0) return [];
  const rules = [...(await coverRules(db)), ...(await partRules(db))];
  return retired.flatMap(({ code, retired_on }) => {
    const late = rules.filter(({ from }) => from > (retired_on ?? ''));
    return days.flatMap((day): Cover[] => {
      const minimum = coverRuleOn(late, code, day)?.minimum ?? 0;
      const cost = { missing: COST_MISSING, surplus: COST_SURPLUS };
      return minimum > 0 ? [{ day, shift: code, minimum, among: null, ...cost }] : [];
    });
  });
}
