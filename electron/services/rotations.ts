import { caregiverQueries } from '../../db/caregivers.ts';
import { rotationQueries } from '../../db/rotations.ts';
import { shiftQueries } from '../../db/shifts.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { layRotations, patternCells, patternText, readPattern } from '../../shared/roster/rotation.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { recordCorrections } from './corrections.ts';
import { layDraft } from './roster-copy.ts';

export const rotation = {
  list: door.roster.rotation.list.handler(async ({ context: { db } }) => {
    const assignments = await rotationQueries(db).currentAssignments();
    const patterns = await rotationQueries(db).currentPatterns();
    return {
      patterns: patterns.map((row) => ({
        id: row.id,
        name: row.name,
        cells: row.cells,
        people: assignments.filter(({ pattern_id }) => pattern_id === row.id).length,
        at: row.recorded_at,
        by: row.recorder ?? row.recorded_by,
      })),
      assignments: assignments.map((row) => ({
        caregiverId: row.caregiver_id,
        caregiver: row.caregiver,
        patternId: row.pattern_id,
        offset: row.offset_days,
        startsOn: row.starts_on as Day,
        at: row.recorded_at,
        by: row.recorder ?? row.recorded_by,
      })),
    };
  }),

  save: door.roster.rotation.save.handler(async ({ input, context }) => {
    const { db, at, who, newId, note } = context;
    const queries = rotationQueries(db);
    const cells = await requirePattern(context, input.cells);
    const named = await queries.currentPatternNamed(input.name);
    if (named && named.id !== input.id) refuse('PATTERN_NAME_TAKEN', { name: named.name });
    if (input.id === null) {
      const id = newId();
      await queries.insertPattern({ id, name: input.name, cells, recorded_at: at, recorded_by: who.id });
      note(id, `${input.name} ${cells}`);
      return { id, cells };
    }
    const before = await queries.currentPattern(input.id);
    if (!before) refuse('NOT_FOUND', { what: 'pattern' });
    const after = { name: input.name, cells };
    const changes = (['name', 'cells'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, before: before[field], after: after[field] }));
    if (changes.length === 0) refuse('NOTHING_CHANGED', {});
    await recordCorrections(context, 'rotation-pattern', input.id, changes, '');
    await queries.updatePattern(input.id, after);
    note(input.id, `${input.name} ${cells}`);
    return { id: input.id, cells };
  }),

  retire: door.roster.rotation.retire.handler(async ({ input: { id }, context: { db, at, who, note } }) => {
    const pattern = await rotationQueries(db).currentPattern(id);
    if (!pattern) refuse('NOT_FOUND', { what: 'pattern' });
    const assignments = await rotationQueries(db).currentAssignments();
    const people = assignments.filter(({ pattern_id }) => pattern_id === id).length;
    if (people > 0) refuse('PATTERN_IN_USE', { name: pattern.name, people });
    await rotationQueries(db).retirePattern(id, at, who.id);
    note(id, pattern.name);
    return {};
  }),

  assign: door.roster.rotation.assign.handler(async ({ input, context }) => {
    const { db, at, who, newId, note } = context;
    const queries = rotationQueries(db);
    const pattern = input.patternId === null ? null : await queries.currentPattern(input.patternId);
    if (pattern === undefined) refuse('NOT_FOUND', { what: 'pattern' });
    for (const { caregiverId, offset } of input.people) {
      if (!(await caregiverQueries(db).byId(caregiverId))) refuse('NOT_FOUND', { what: 'caregiver' });
      await queries.endCurrentOf(caregiverId, at, who.id);
      if (pattern === null) continue;
      await queries.assign({
        id: newId(),
        caregiver_id: caregiverId,
        pattern_id: pattern.id,
        offset_days: offset % pattern.cells.length,
        starts_on: input.startsOn,
        recorded_at: at,
        recorded_by: who.id,
      });
    }
    note(pattern?.id ?? '', `${input.people.length} people from ${input.startsOn}`);
    return { assigned: input.people.length };
  }),

  lay: door.roster.rotation.lay.handler(async ({ input: { month }, context }) => {
    const assignments = await rotationQueries(context.db).currentAssignments();
    const rotations = assignments.map((row) => ({
      person: row.caregiver_id,
      cells: patternCells(row.cells),
      offset: row.offset_days,
      startsOn: row.starts_on as Day,
    }));
    const laid = await layDraft(
      context,
      month,
      (model) => {
        const there = new Set(model.people.map(({ id }) => id));
        const ofThem = rotations.filter(({ person }) => there.has(person));
        if (ofThem.length === 0) refuse('ROTATION_NONE', {});
        return layRotations(model, ofThem);
      },
      { kind: 'rotation', source_month: null },
    );
    context.note(laid.rosterId, `${month}, ${laid.dropped} dropped`);
    return laid;
  }),
};

async function requirePattern({ db }: Work, text: string): Promise<string> {
  const codes = (await shiftQueries(db).current()).map(({ code }) => code);
  const cells = readPattern(text, new Set(codes));
  if (!cells) refuse('PATTERN_WRONG', { codes });
  return patternText(cells);
}
