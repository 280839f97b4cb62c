import { policyQueries, type RecordedParameter } from '../../db/policy.ts';
import { knowsYear } from '../../shared/policy/holidays.ts';
import { parameterRowOn } from '../../shared/policy/lookup.ts';
import { parameterKeys, parameters } from '../../shared/policy/parameters.ts';
import type { ShownParameterRow } from '../../shared/policy/contract.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';

function shown({ key: _key, value, ...row }: RecordedParameter): ShownParameterRow {
  return { ...row, value };
}

export const policy = {
  list: door.policy.list.handler(async ({ input, context: { db } }) => {
    const rows = await policyQueries(db).currentParameters();
    return parameterKeys.map((key) => {
      const own = rows.filter((row) => row.key === key);
      const inForce = parameterRowOn(own, key, input.on) as RecordedParameter | undefined;
      return {
        key,
        group: parameters[key].group,
        inForce: inForce ? shown(inForce) : null,
        rows: own.toReversed().map(shown),
      };
    });
  }),

  set: door.policy.set.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const checked = parameters[input.key].value.safeParse(input.value);
    if (!checked.success) refuse('PARAMETER_WRONG', { key: input.key });
    const queries = policyQueries(db);
    await queries.supersedeParameter(input.key, input.effectiveFrom, at);
    const id = newId();
    await queries.insertParameters([
      {
        id,
        key: input.key,
        value: JSON.stringify(checked.data),
        effective_from: input.effectiveFrom,
        status: input.status,
        source: input.source,
        recorded_at: at,
        recorded_by: who.id,
        superseded_at: null,
      },
    ]);
    note(input.key, `${input.effectiveFrom} ${JSON.stringify(checked.data).slice(0, 200)} ${input.source}`);
    return { id };
  }),

  holidays: door.policy.holidays.handler(async ({ input, context: { db } }) => {
    const holidays = await policyQueries(db).currentHolidays();
    const years = new Set(holidays.map((holiday) => Number(holiday.day.slice(0, 4))));
    return {
      known: knowsYear(holidays, input.year),
      years: [...years].toSorted((a, b) => a - b),
      days: holidays.filter((holiday) => holiday.day.startsWith(`${input.year}-`)),
    };
  }),

  setHoliday: door.policy.setHoliday.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const queries = policyQueries(db);
    await queries.supersedeHoliday(input.day, at);
    await queries.insertHolidays([
      { id: newId(), ...input, recorded_at: at, recorded_by: who.id, superseded_at: null },
    ]);
    note(input.day, `${input.kind} ${input.name}`);
    return {};
  }),

  dropHoliday: door.policy.dropHoliday.handler(async ({ input, context: { db, at, note } }) => {
    if (!(await policyQueries(db).supersedeHoliday(input.day, at))) refuse('NOT_FOUND', { what: 'holiday' });
    note(input.day, input.reason);
    return {};
  }),
};
