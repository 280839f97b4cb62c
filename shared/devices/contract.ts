import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id, Reason, Search } from '../contract/id.ts';
import { deviceConditions, deviceSources } from './devices.ts';

const DeviceFacts = z.strictObject({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  model: z.string().trim().max(40),
  quantity: z.number().int().min(1).max(999),
  source: z.enum(deviceSources),
  receivedOn: Day.nullable(),
  note: z.string().trim().max(200),
});

const DeviceLine = z.strictObject({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  model: z.string(),
  quantity: z.number().int(),
  source: z.enum(deviceSources),
  receivedOn: z.string().nullable(),
  condition: z.enum(deviceConditions),
  note: z.string(),
  holder: z
    .strictObject({ id: z.string(), name: z.string(), bed: z.string().nullable(), since: z.string() })
    .nullable(),
});
export type DeviceLine = z.output<typeof DeviceLine>;

const DeviceFile = DeviceLine.extend({
  holdings: z.array(
    z.strictObject({
      id: z.string(),
      residentId: z.string(),
      resident: z.string(),
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      endReason: z.string().nullable(),
      by: z.string(),
    }),
  ),
  corrections: z.array(
    z.strictObject({
      at: z.string(),
      by: z.string(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});
export type DeviceFile = z.output<typeof DeviceFile>;

export const devices = {
  /** Search reads the number, the name, or the holder's name (hanzi, pinyin, initials). */
  list: query('devices.read')
    .input(
      z.strictObject({
        search: Search.default(''),
        condition: z.enum(deviceConditions).nullable().default(null),
        held: z.boolean().nullable().default(null),
      }),
    )
    .output(z.array(DeviceLine)),

  open: query('devices.read')
    .input(z.strictObject({ id: Id }))
    .output(DeviceFile)
    .errors(refusals('NOT_FOUND')),

  add: command('devices.write')
    .input(DeviceFacts)
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('DEVICE_EXISTS', 'DAY_IN_FUTURE')),

  issue: command('devices.write')
    .input(z.strictObject({ deviceId: Id, residentId: Id, on: Day }))
    .output(z.strictObject({ holdingId: z.string() }))
    .errors(
      refusals(
        'NOT_FOUND',
        'DEVICE_HELD',
        'DEVICE_NOT_USABLE',
        'RESIDENT_LEFT',
        'DAY_IN_FUTURE',
        'DAY_TOO_EARLY',
      ),
    ),

  return: command('devices.write')
    .input(z.strictObject({ deviceId: Id, on: Day, reason: Reason }))
    .output(z.strictObject({ holdingId: z.string() }))
    .errors(refusals('NOT_FOUND', 'DEVICE_NOT_HELD', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),

  setCondition: command('devices.write')
    .input(z.strictObject({ deviceId: Id, condition: z.enum(deviceConditions), reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'DEVICE_HELD', 'NOTHING_CHANGED')),
};
