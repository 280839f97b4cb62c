import { checkupQueries, insertCheckup, supersedeCheckup, type NewCheckup } from '../../db/checkups.ts';
import { peopleQueries } from '../../db/people.ts';
import { addMonths, firstDay, lastDay, monthOf, type Day } from '../../shared/calendar/day.ts';
import { bodyMassIndex } from '../../shared/health/body-mass.ts';
import { confirmedFlags, reasonToRefuseSheets, type Sheet } from '../../shared/health/examine.ts';
import { reasonAgainstRange, usualRanges, type RangeSettings } from '../../shared/health/ranges.ts';
import { shownVital, vitalKeys, vitals } from '../../shared/health/vitals.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import {
  doersOn,
  lastByResident,
  RANGES,
  rangeSettings,
  rangesOfCentre,
  refuseAbsent,
  requireCurrent,
  requireDoer,
  shown,
  valuesOf,
  valuesOnly,
} from './checkup-facts.ts';

const stillCounts = {
  superseded_at: null,
  superseded_by: null,
  superseded_actor: null,
  superseded_reason: null,
} satisfies Partial<NewCheckup>;

export const checkups = {
  round: door.checkups.round.handler(async ({ input: { day, round }, context: { db, raw, today } }) => {
    if (day > today) refuse('DAY_IN_FUTURE', { day });
    const queries = checkupQueries(db);
    const residents = await queries.residentsInHouse(day, day);
    const done = new Map(
      (await queries.currentCheckupsOfRound(day, round)).map((row) => [row.resident_id, row]),
    );
    const last = lastByResident(
      raw,
      residents.map(({ id }) => id),
      day,
      round,
    );
    return {
      today,
      ranges: await rangesOfCentre(db),
      doers: await doersOn(db, day),
      rows: residents.map((resident) => {
        const row = done.get(resident.id);
        return {
          residentId: resident.id,
          name: resident.name,
          pinyin: resident.pinyin,
          initials: resident.initials,
          standing: resident.standing,
          bed: resident.bed ?? '',
          zone: resident.zone ?? '',
          last: last.get(resident.id) ?? {},
          done: row ? shown(row) : null,
        };
      }),
    };
  }),

  record: door.checkups.record.handler(async ({ input, context }) => {
    const { db, raw, who, at, today, newId, note } = context;
    const { day, round, doer, rows } = input;
    if (day > today) refuse('DAY_IN_FUTURE', { day });
    const queries = checkupQueries(db);
    const inHouse = new Map((await queries.residentsInHouse(day, day)).map(({ id, name }) => [id, name]));
    const recorded = new Set(
      (await queries.currentCheckupsOfRound(day, round)).map((row) => row.resident_id),
    );
    const last = lastByResident(
      raw,
      rows.map(({ residentId }) => residentId),
      day,
      round,
    );
    const usual = await rangesOfCentre(db);

    const seen = new Set<string>();
    const sheets: (Sheet & { readonly residentId: string })[] = [];
    for (const { residentId, values, note: remark, confirmed } of rows) {
      const resident = inHouse.get(residentId) ?? (await refuseAbsent(queries, residentId, day));
      if (seen.has(residentId)) refuse('CHECKUP_TWICE', { resident });
      if (recorded.has(residentId)) refuse('CHECKUP_RECORDED_ALREADY', { resident, day, round });
      seen.add(residentId);
      sheets.push({
        residentId,
        resident,
        values,
        note: remark.trim(),
        confirmed,
        last: valuesOnly(last.get(residentId)),
      });
    }
    const refusal = reasonToRefuseSheets(sheets, usual);
    if (refusal) refuse(refusal.code, refusal.data);
    await requireDoer(db, doer, day);

    const saved = sheets.map((sheet) => {
      const [id, { residentId, values }] = [newId(), sheet];
      insertCheckup(raw, {
        id,
        resident_id: residentId,
        day,
        round,
        ...values,
        note: sheet.note,
        unusual_confirmed: confirmedFlags(sheet, usual).join(','),
        doer,
        typist: who.id,
        recorded_at: at,
        ...stillCounts,
      });
      return { residentId, id };
    });
    note(`${day} ${round}`, `recorded ${saved.length} doer ${doer}: ${saved.map(({ id }) => id).join(' ')}`);
    return { saved };
  }),

  correct: door.checkups.correct.handler(async ({ input, context }) => {
    const { db, raw, who, at, newId, note } = context;
    const before = await requireCurrent(db, input.id);
    const remark = input.note.trim();
    const isSame =
      remark === before.note &&
      input.doer === before.doer &&
      vitalKeys.every((key) => input.values[key] === before[key]);
    if (isSame) refuse('NOTHING_CHANGED', {});

    const earlier = lastByResident(raw, [before.resident_id], before.day as Day, before.round).get(
      before.resident_id,
    );
    const sheet = { resident: before.name, ...input, note: remark, last: valuesOnly(earlier) };
    const usual = await rangesOfCentre(db);
    const refusal = reasonToRefuseSheets([sheet], usual);
    if (refusal) refuse(refusal.code, refusal.data);
    // An imported row has no doer; leaving that as it is must not be refused.
    if (input.doer !== before.doer) await requireDoer(db, input.doer, before.day as Day);

    const id = newId();
    supersedeCheckup(raw, before.id, { at, by: id, actor: who.id, reason: input.reason });
    insertCheckup(raw, {
      id,
      resident_id: before.resident_id,
      day: before.day,
      round: before.round,
      ...input.values,
      note: remark,
      unusual_confirmed: confirmedFlags(sheet, usual).join(','),
      doer: input.doer,
      typist: who.id,
      recorded_at: at,
      ...stillCounts,
    });
    note(before.id, `corrected by ${id} doer ${input.doer}: ${input.reason}`);
    return { id };
  }),

  withdraw: door.checkups.withdraw.handler(async ({ input, context: { db, raw, who, at, note } }) => {
    const before = await requireCurrent(db, input.id);
    supersedeCheckup(raw, before.id, { at, by: null, actor: who.id, reason: input.reason });
    note(before.id, `withdrawn: ${input.reason}`);
    return {};
  }),

  list: door.checkups.list.handler(async ({ input, context: { db } }) => {
    const { month, residentId, withSuperseded = false } = input;
    const rows = await checkupQueries(db).checkupsOfMonth(month, { residentId, withSuperseded });
    return {
      ranges: await rangesOfCentre(db),
      rows: rows.map((row) => ({
        ...shown(row),
        name: row.name,
        bed: row.bed,
        superseded:
          row.superseded_at === null
            ? null
            : {
                at: row.superseded_at,
                by: row.superseded_actor_name,
                reason: row.superseded_reason ?? '',
                kind: row.superseded_by === null ? ('withdrawn' as const) : ('corrected' as const),
              },
      })),
    };
  }),

  trend: door.checkups.trend.handler(async ({ input: { residentId, from, to }, context: { db } }) => {
    if (from > to || to > lastDay(addMonths(monthOf(from), 120))) refuse('CHECKUP_SPAN', {});
    const queries = checkupQueries(db);
    const resident = await queries.resident(residentId);
    if (!resident) refuse('NOT_FOUND', { what: 'resident' });
    const heights = await queries.currentHeightsOf(residentId, to);
    const rows = await queries.currentCheckupsOf(residentId, from, to);
    return {
      resident: { residentId, name: resident.name, standing: resident.standing, bed: resident.bed },
      ranges: await rangesOfCentre(db),
      points: rows.map((row) => ({
        id: row.id,
        day: row.day as Day,
        round: row.round,
        values: valuesOf(row),
        note: row.note,
        bodyMassIndex: bodyMassIndex(
          row.weight,
          heights.findLast(({ day }) => day <= row.day)?.height ?? null,
        ),
      })),
    };
  }),

  due: door.checkups.due.handler(async ({ input: { month }, context: { db, today } }) => {
    const [from, until] = [firstDay(month), lastDay(month)];
    if (from > today) return { inHouse: 0, due: [] };
    const queries = checkupQueries(db);
    const residents = await queries.residentsInHouse(from, until < today ? until : today);
    const lastDays = new Map(
      (await queries.lastCheckupDays(until)).map((row) => [row.resident_id, row.day as Day]),
    );
    const due = residents
      .map(({ id, name, standing, bed }) => {
        return { residentId: id, name, standing, bed: bed ?? '', lastDay: lastDays.get(id) ?? null };
      })
      .filter((resident) => resident.lastDay === null || resident.lastDay < from)
      .toSorted((a, b) => (a.lastDay ?? '').localeCompare(b.lastDay ?? ''));
    return { inHouse: residents.length, due };
  }),

  setRange: door.checkups.setRange.handler(async ({ input: { key, range }, context }) => {
    const { db, who, at, note } = context;
    const problem = range && reasonAgainstRange(key, range);
    if (problem) {
      const { lowest, highest } = vitals[key].possible;
      refuse('CHECKUP_RANGE', {
        vital: key,
        problem,
        lowest: shownVital(key, lowest),
        highest: shownVital(key, highest),
      });
    }
    const { [key]: _, ...others } = await rangeSettings(db);
    const settings: RangeSettings = range ? { ...others, [key]: range } : others;
    await peopleQueries(db).setSetting(RANGES, JSON.stringify(settings), at, who.id);
    note(key, range ? `usual range ${range.lowest}-${range.highest}` : 'usual range back to the default');
    return { ranges: usualRanges(settings) };
  }),
};
