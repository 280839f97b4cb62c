import { bedQueries, type BedRow } from '../../db/beds.ts';
import { residentQueries, type ResidentRow } from '../../db/residents.ts';
import { bedLabel } from '../../shared/beds/label.ts';
import { occupancy } from '../../shared/beds/occupancy.ts';
import { mixedRooms } from '../../shared/beds/warnings.ts';
import type { BedBoard, BedOnBoard } from '../../shared/beds/contract.ts';
import { ageOn, type Day } from '../../shared/calendar/day.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { giveBed } from './bed-giving.ts';
import { recordCorrections } from './corrections.ts';
import { requireDayBetween } from './days.ts';
import { residentOf } from './residents.ts';

export const beds = {
  board: door.beds.board.handler(async ({ context }) => boardOf(context)),

  add: door.beds.add.handler(async ({ input: { room, numbers, zoneId }, context }) => {
    const { db, newId, at, who, note } = context;
    await requireZone(context, zoneId);
    const [queries, ids] = [bedQueries(db), [] as string[]];
    for (const number of new Set(numbers)) {
      const label = bedLabel(room, number);
      if (await queries.byLabel(label)) refuse('BED_EXISTS', { bed: label });
      const id = newId();
      const bed = { id, zone_id: zoneId, room, number, label, retired_on: null };
      await queries.insert({ ...bed, recorded_at: at, recorded_by: who.id });
      ids.push(id);
    }
    note(room, `beds ${numbers.join(' ')}`);
    return { ids };
  }),

  addZone: door.beds.addZone.handler(
    async ({ input: { name, disability }, context: { db, newId, note } }) => {
      const queries = bedQueries(db);
      if (await queries.zoneByName(name)) refuse('ZONE_EXISTS', { name });
      const zone = { id: newId(), name, disability };
      await queries.insertZone({ ...zone, position: (await queries.zones()).length + 1 });
      note(zone.id, name);
      return zone;
    },
  ),

  putRoomInZone: door.beds.putRoomInZone.handler(async ({ input: { room, zoneId }, context }) => {
    await requireZone(context, zoneId);
    const queries = bedQueries(context.db);
    const inRoom = await queries.inRoom(room);
    if (inRoom.length === 0) refuse('NOT_FOUND', { what: 'room' });
    for (const bed of inRoom) await queries.update(bed.id, { zone_id: zoneId });
    context.note(room, `zone ${zoneId ?? '-'}`);
    return { beds: inRoom.length };
  }),

  assign: door.beds.assign.handler(async ({ input: { residentId, bedId, startsOn }, context }) => {
    const resident = await inHouse(context, residentId);
    const bed = await bedOf(context, bedId);
    requireDayBetween(startsOn, context.today, resident.admitted_on);
    const given = await giveBed(context, resident, bed, startsOn);
    context.note(resident.id, bed.label);
    return given;
  }),

  move: door.beds.move.handler(async ({ input: { residentId, bedId, on, reason }, context }) => {
    const resident = await inHouse(context, residentId);
    const bed = await bedOf(context, bedId);
    const queries = bedQueries(context.db);
    const stay = await queries.currentStayOf(resident.id);
    if (!stay) refuse('RESIDENT_HAS_NO_BED', { resident: resident.name });
    if (stay.bed_id === bed.id) refuse('NOTHING_CHANGED', {});
    requireDayBetween(on, context.today, stay.starts_on);
    await queries.endStay(stay.id, { on, reason, at: context.at, by: context.who.id });
    const given = await giveBed(context, resident, bed, on);
    context.note(resident.id, `${stay.label} → ${bed.label}`);
    return given;
  }),

  retire: door.beds.retire.handler(async ({ input: { bedId, reason }, context }) => {
    const bed = await bedOf(context, bedId);
    if (bed.retired_on !== null) refuse('BED_RETIRED', { bed: bed.label });
    const queries = bedQueries(context.db);
    const stay = await queries.currentStayIn(bed.id);
    if (stay) refuse('BED_TAKEN', { bed: bed.label, occupant: stay.name });
    const { today } = context;
    await queries.update(bed.id, { retired_on: today });
    await recordCorrections(
      context,
      'bed',
      bed.id,
      [{ field: 'retiredOn', before: null, after: today }],
      reason,
    );
    context.note(bed.id, bed.label);
    return { bed: bed.label };
  }),
};

async function bedOf({ db }: Work, id: string): Promise<BedRow> {
  return (await bedQueries(db).byId(id)) ?? refuse('NOT_FOUND', { what: 'bed' });
}

/** A resident who lives in the house; refuses one who has left. */
export async function inHouse(work: Work, residentId: string): Promise<ResidentRow> {
  const resident = await residentOf(work, residentId);
  if (resident.left_on !== null) refuse('RESIDENT_LEFT', { resident: resident.name, on: resident.left_on });
  return resident;
}

async function requireZone({ db }: Work, zoneId: string | null): Promise<void> {
  if (zoneId !== null && !(await bedQueries(db).zoneById(zoneId))) refuse('NOT_FOUND', { what: 'zone' });
}

type Person = Pick<
  ResidentRow,
  'name' | 'pinyin' | 'initials' | 'sex' | 'disability' | 'care_level' | 'standing' | 'birth_on'
>;

async function boardOf({ db, today }: Work): Promise<BedBoard> {
  const queries = bedQueries(db);
  const person = (residentId: string, row: Person) => ({
    residentId,
    name: row.name,
    pinyin: row.pinyin,
    initials: row.initials,
    sex: row.sex,
    age: row.birth_on === null ? null : ageOn(row.birth_on as Day, today),
    disability: row.disability,
    careLevel: row.care_level,
    standing: row.standing,
  });
  const byRoom = new Intl.Collator('zh-CN', { numeric: true });
  const onBoard = (await queries.currentBeds())
    .map((row): BedOnBoard => ({
      id: row.id,
      label: row.label,
      room: row.room,
      number: row.number,
      zoneId: row.zone_id,
      // The left join gives a whole resident or none.
      occupant:
        row.resident_id === null
          ? null
          : { ...person(row.resident_id, row as Person), since: row.starts_on as string },
    }))
    .toSorted((a, b) => byRoom.compare(a.room, b.room) || a.number - b.number);
  const occupied = onBoard.filter(({ occupant }) => occupant !== null).length;
  return {
    zones: (await queries.zones()).map(({ id, name, disability }) => ({ id, name, disability })),
    beds: onBoard,
    unplaced: (await queries.currentlyUnplaced()).map((row) => person(row.id, row)),
    mixedRooms: mixedRooms(onBoard),
    occupancy: occupancy(onBoard.length, occupied, await residentQueries(db).countInHouse()),
  };
}
