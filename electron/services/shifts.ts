import { shiftQueries } from '../../db/shifts.ts';
import { coverRuleOn, usualCover } from '../../shared/roster/defaults.ts';
import { presenceMinutes } from '../../shared/roster/shift-times.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { recordCorrections } from './corrections.ts';
import { houseShift } from './house-shift.ts';
import { coverRules, residentCounter } from './roster-facts.ts';

export const shifts = {
  list: door.roster.shifts.list.handler(async ({ context: { db } }) =>
    (await shiftQueries(db).current()).map(houseShift),
  ),

  save: door.roster.shifts.save.handler(async ({ input, context }) => {
    const { db, at, who, note } = context;
    const queries = shiftQueries(db);
    const named = await queries.byName(input.name);
    if (named && named.code !== input.code)
      refuse('SHIFT_NAME_TAKEN', { name: named.name, code: named.code });
    const present = presenceMinutes(input);
    if (present < input.minutes) refuse('SHIFT_TOO_SHORT', { minutes: present });

    const before = await queries.byCode(input.code);
    const row = {
      name: input.name,
      name_en: input.nameEn,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      minutes: input.minutes,
      night: input.night ? (1 as const) : (0 as const),
      max_residents: input.maxResidents,
      retired_on: null,
    };
    if (before) {
      const changes = (Object.keys(row) as (keyof typeof row)[])
        .filter((field) => before[field] !== row[field])
        .map((field) => ({ field, before: textOf(before[field]), after: textOf(row[field]) }));
      await recordCorrections(context, 'shift', input.code, changes, '');
      await queries.update(input.code, row);
    } else {
      const position = (await queries.all()).length;
      await queries.insert({ code: input.code, ...row, position, recorded_at: at, recorded_by: who.id });
    }
    note(input.code, `${input.name} ${input.startsAt}-${input.endsAt}`);
    return input;
  }),

  retire: door.roster.shifts.retire.handler(async ({ input, context: { db, today, note } }) => {
    const queries = shiftQueries(db);
    const current = await queries.current();
    const shift = current.find((row) => row.code === input.code);
    if (!shift) refuse('NOT_FOUND', { what: 'shift' });
    if (current.length === 1) refuse('LAST_SHIFT', {});
    const draft = (await queries.draftsUsing(input.code))[0];
    if (draft) refuse('SHIFT_IN_DRAFT', { name: shift.name, month: draft.month });
    await queries.update(input.code, { retired_on: today });
    note(input.code, 'retired');
    return {};
  }),
};

const textOf = (value: string | number | null) => (value === null ? null : String(value));

export const cover = {
  on: door.roster.cover.on.handler(async ({ input: { day }, context: { db } }) => {
    const rules = await shiftQueries(db).coverRules();
    const named = (await coverRules(db)).map((rule, index) => ({ ...rule, id: rules[index]?.id ?? '' }));
    const residents = (await residentCounter(db, day, day))(day);
    const needs = (await shiftQueries(db).current()).map(houseShift).map((shift) => {
      const usual = usualCover(residents, shift);
      const rule = coverRuleOn(named, shift.code, day);
      const set = rule !== null && rule.minimum !== null;
      return {
        shift: shift.code,
        minimum: rule?.minimum ?? usual,
        usual,
        rule: set ? { id: rule.id, from: rule.from } : null,
      };
    });
    return { residents, cover: needs };
  }),

  set: door.roster.cover.set.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const queries = shiftQueries(db);
    const shift = await queries.byCode(input.shift);
    if (!shift || shift.retired_on !== null) refuse('NOT_FOUND', { what: 'shift' });
    await queries.insertCoverRule({
      id: newId(),
      shift_code: input.shift,
      zone_id: null,
      minimum: input.minimum,
      effective_from: input.from,
      recorded_at: at,
      recorded_by: who.id,
    });
    note(input.shift, `${input.minimum ?? 'default'} from ${input.from}`);
    return {};
  }),
};
