import type { Refusal } from '../contract/refusal.ts';

/** 残联配发, 福康工程, 爱心捐赠, 采购, 其他. */
export const deviceSources = ['federation', 'fukang', 'donation', 'purchase', 'other'] as const;
export type DeviceSource = (typeof deviceSources)[number];

export const deviceConditions = ['good', 'needs-repair', 'scrapped'] as const;
export type DeviceCondition = (typeof deviceConditions)[number];

type Device = { readonly code: string; readonly condition: DeviceCondition };

/** Why a device may not go to a resident: somebody has it, or it is not fit for use. */
export function reasonToRefuseIssue(
  device: Device,
  holder: string | null,
): Refusal<'DEVICE_HELD' | 'DEVICE_NOT_USABLE'> | undefined {
  if (holder !== null) return { code: 'DEVICE_HELD', data: { device: device.code, holder } };
  if (device.condition !== 'good')
    return { code: 'DEVICE_NOT_USABLE', data: { device: device.code, condition: device.condition } };
  return undefined;
}

/** Why a device may not get a condition: what a resident still has in hand is not scrapped. */
export function reasonToRefuseCondition(
  device: Device,
  next: DeviceCondition,
  holder: string | null,
): Refusal<'DEVICE_HELD' | 'NOTHING_CHANGED'> | undefined {
  if (device.condition === next) return { code: 'NOTHING_CHANGED', data: {} };
  if (next === 'scrapped' && holder !== null)
    return { code: 'DEVICE_HELD', data: { device: device.code, holder } };
  return undefined;
}
