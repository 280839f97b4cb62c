import { bedQueries } from '../../db/beds.ts';
import { caregiverQueries } from '../../db/caregivers.ts';
import { shiftQueries } from '../../db/shifts.ts';
import { zoneCoverQueries } from '../../db/zone-cover.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { usualCover } from '../../shared/roster/defaults.ts';
import { among, partRulesOn } from '../../shared/roster/zone-cover.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { houseShift } from './house-shift.ts';
import { partRules, zonedPeople } from './zone-facts.ts';

export const parts = {
  on: door.roster.parts.on.handler(async ({ input: { day }, context: { db } }) => {
    const zones = await bedQueries(db).zones();
    const shifts = (await shiftQueries(db).current()).map(houseShift);
    const residents = await zoneCoverQueries(db).residentsByZone(day);
    const people = await zonedPeople(db, day, day, zones);
    const skills = await zoneCoverQueries(db).currentSkills();
    return {
      zones: zones.map(({ id, name }) => {
        const inZone = residents.filter(({ zone_id }) => zone_id === id);
        return {
          id,
          name,
          residents: inZone.length,
          women: inZone.filter(({ sex }) => sex === 'female').length,
          men: inZone.filter(({ sex }) => sex === 'male').length,
          needs: shifts.map((shift) => ({ shift: shift.code, people: usualCover(inZone.length, shift) })),
        };
      }),
      outside: residents.filter(({ zone_id }) => zone_id === null).length,
      caregivers: people.map(({ id, name, sex, placeOn, pairsZoneOn }) => {
        const { zoneId, by } = placeOn(day);
        return {
          id,
          name,
          sex,
          zoneId,
          zoneBy: by,
          pairsZoneId: pairsZoneOn(day),
          skills: skills
            .filter(({ caregiver_id }) => caregiver_id === id)
            .map((row) => ({ id: row.id, skill: row.skill, validUntil: row.valid_until as Day | null })),
        };
      }),
      rules: partRulesOn(await partRules(db), day)
        .filter(({ shift }) => shifts.some(({ code }) => code === shift))
        .map((rule) => ({ ...rule, minimum: rule.minimum ?? 0, among: among(rule, people, day).length })),
    };
  }),

  set: door.roster.parts.set.handler(async ({ input, context }) => {
    const { db, at, who, newId, note } = context;
    const { shift: code, zoneId, sex, skill, minimum, from } = input;
    if (zoneId === null && sex === null && skill === null) refuse('PART_IS_EVERYBODY', {});
    const shift = await shiftQueries(db).byCode(code);
    if (!shift || shift.retired_on !== null) refuse('NOT_FOUND', { what: 'shift' });
    await requireZone(context, zoneId);
    await shiftQueries(db).insertCoverRule({
      id: newId(),
      shift_code: code,
      zone_id: zoneId,
      sex,
      skill,
      minimum,
      effective_from: from,
      recorded_at: at,
      recorded_by: who.id,
    });
    note(code, `${[zoneId, sex, skill].filter(Boolean).join(' ')}: ${minimum ?? 'none'} from ${from}`);
    return {};
  }),

  place: door.roster.parts.place.handler(async ({ input, context }) => {
    const { db, at, who, newId, note } = context;
    await requireCaregiver(context, input.caregiverId);
    await requireZone(context, input.zoneId);
    await zoneCoverQueries(db).insertZoneSetting({
      id: newId(),
      caregiver_id: input.caregiverId,
      zone_id: input.zoneId,
      effective_from: input.from,
      recorded_at: at,
      recorded_by: who.id,
    });
    note(input.caregiverId, `${input.zoneId ?? 'as her pairs'} from ${input.from}`);
    return {};
  }),

  addSkill: door.roster.parts.addSkill.handler(async ({ input, context }) => {
    const { db, at, who, newId, note } = context;
    await requireCaregiver(context, input.caregiverId);
    const known = await zoneCoverQueries(db).currentSkill(input.caregiverId, input.skill);
    if (known) await zoneCoverQueries(db).endSkill(known.id, { at, by: who.id, reason: 'renewed' });
    const id = newId();
    await zoneCoverQueries(db).insertSkill({
      id,
      caregiver_id: input.caregiverId,
      skill: input.skill,
      valid_until: input.validUntil,
      recorded_at: at,
      recorded_by: who.id,
    });
    note(input.caregiverId, `${input.skill} until ${input.validUntil ?? 'ever'}`);
    return { id };
  }),

  endSkill: door.roster.parts.endSkill.handler(async ({ input, context: { db, at, who, note } }) => {
    if (!(await zoneCoverQueries(db).currentSkillById(input.id))) refuse('NOT_FOUND', { what: 'skill' });
    await zoneCoverQueries(db).endSkill(input.id, { at, by: who.id, reason: input.reason });
    note(input.id, input.reason);
    return {};
  }),
};

async function requireZone({ db }: Work, id: string | null): Promise<void> {
  if (id !== null && !(await bedQueries(db).zoneById(id))) refuse('NOT_FOUND', { what: 'zone' });
}

async function requireCaregiver({ db }: Work, id: string): Promise<void> {
  if (!(await caregiverQueries(db).byId(id))) refuse('NOT_FOUND', { what: 'caregiver' });
}
