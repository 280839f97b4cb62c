import type { Words } from '../words.ts';
import type { find as zh } from '../zh-CN/find.ts';

/** What Ctrl+K finds. */
export const find: Words<typeof zh> = {
  residents: 'Residents',
  caregivers: 'Caregivers',
  beds: 'Beds',
  devices: 'Devices',
  left: 'left',
  ended: 'stopped',
  noBed: 'no bed',
  free: 'free',
  inStore: 'in store',
};
