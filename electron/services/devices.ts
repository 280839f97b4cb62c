import { deviceQueries } from '../../db/devices.ts';
import { reasonToRefuseCondition, reasonToRefuseIssue } from '../../shared/devices/devices.ts';
import type { DeviceLine } from '../../shared/devices/contract.ts';
import { nearness, numberNearness } from '../../shared/find/rank.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { inHouse } from './beds.ts';
import { correctionsOf, namesOfPeople, recordCorrections } from './corrections.ts';
import { requireDayBetween } from './days.ts';

type HeldDevice = NonNullable<Awaited<ReturnType<ReturnType<typeof deviceQueries>['byIdWithCurrentHolder']>>>;

export const devices = {
  list: door.devices.list.handler(async ({ input: { search, condition, held }, context: { db } }) => {
    const typed = search.trim();
    const rows = await deviceQueries(db).listWithCurrentHolder();
    return rows
      .filter((row) => condition === null || row.condition === condition)
      .filter((row) => held === null || (row.holder_id !== null) === held)
      .filter((row) => typed === '' || deviceNearness(typed, row) > 0)
      .map(lineOf);
  }),

  open: door.devices.open.handler(async ({ input, context }) => {
    const device = await deviceOf(context, input.id);
    const nameOf = await namesOfPeople(context);
    const holdings = (await deviceQueries(context.db).historyOf(device.id)).map((holding) => ({
      id: holding.id,
      residentId: holding.resident_id,
      resident: holding.resident,
      startsOn: holding.starts_on,
      endsOn: holding.ends_on,
      endReason: holding.end_reason,
      by: nameOf(holding.end_recorded_by ?? holding.recorded_by),
    }));
    return { ...lineOf(device), holdings, corrections: await correctionsOf(context, 'device', device.id) };
  }),

  add: door.devices.add.handler(async ({ input, context: { db, newId, at, who, today, note } }) => {
    const queries = deviceQueries(db);
    if (await queries.byCode(input.code)) refuse('DEVICE_EXISTS', { code: input.code });
    if (input.receivedOn) requireDayBetween(input.receivedOn, today);
    const { receivedOn, ...facts } = input;
    const id = newId();
    const recorded = { condition: 'good' as const, recorded_at: at, recorded_by: who.id };
    await queries.insert({ id, ...facts, received_on: receivedOn, ...recorded });
    note(id, input.code);
    return { id };
  }),

  issue: door.devices.issue.handler(async ({ input: { deviceId, residentId, on }, context }) => {
    const device = await deviceOf(context, deviceId);
    const resident = await inHouse(context, residentId);
    const refusal = reasonToRefuseIssue(device, device.holder);
    if (refusal) refuse(refusal.code, refusal.data);
    const queries = deviceQueries(context.db);
    const [last] = await queries.historyOf(device.id);
    requireDayBetween(on, context.today, device.received_on, resident.admitted_on, last?.ends_on);
    const id = context.newId();
    await queries.insertHolding({
      id,
      device_id: device.id,
      resident_id: resident.id,
      starts_on: on,
      ends_on: null,
      recorded_at: context.at,
      recorded_by: context.who.id,
    });
    context.note(device.id, `${device.code} → ${resident.id}`);
    return { holdingId: id };
  }),

  return: door.devices.return.handler(async ({ input: { deviceId, on, reason }, context }) => {
    const device = await deviceOf(context, deviceId);
    if (device.holding_id === null) refuse('DEVICE_NOT_HELD', { device: device.code });
    requireDayBetween(on, context.today, device.held_since);
    const end = { on, reason, at: context.at, by: context.who.id };
    await deviceQueries(context.db).endHolding(device.holding_id, end);
    context.note(device.id, device.code);
    return { holdingId: device.holding_id };
  }),

  setCondition: door.devices.setCondition.handler(
    async ({ input: { deviceId, condition, reason }, context }) => {
      const device = await deviceOf(context, deviceId);
      const refusal = reasonToRefuseCondition(device, condition, device.holder);
      if (refusal) refuse(refusal.code, refusal.data);
      await deviceQueries(context.db).update(device.id, { condition });
      const change = { field: 'condition', before: device.condition, after: condition };
      await recordCorrections(context, 'device', device.id, [change], reason);
      context.note(device.id, `${device.code} ${condition}`);
      return {};
    },
  ),
};

async function deviceOf({ db }: Work, id: string): Promise<HeldDevice> {
  return (await deviceQueries(db).byIdWithCurrentHolder(id)) ?? refuse('NOT_FOUND', { what: 'device' });
}

type Named = Pick<HeldDevice, 'code' | 'name' | 'holder' | 'pinyin' | 'initials'>;

/** How near a device comes to what was typed: by its number, its name, or the name of who has it. */
export function deviceNearness(typed: string, { code, name, holder, pinyin, initials }: Named): number {
  const byHolder =
    holder === null || pinyin === null || initials === null
      ? 0
      : nearness(typed, holder, { pinyin, initials });
  return Math.max(numberNearness(typed, code), name.includes(typed) ? 3 : 0, Math.min(byHolder, 2));
}

function lineOf(row: HeldDevice): DeviceLine {
  const { holder_id, holder, held_since, bed } = row;
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    model: row.model,
    quantity: row.quantity,
    source: row.source,
    receivedOn: row.received_on,
    condition: row.condition,
    note: row.note,
    // The left join gives a whole holding or none.
    holder:
      holder_id === null || holder === null || held_since === null
        ? null
        : { id: holder_id, name: holder, bed, since: held_since },
  };
}
