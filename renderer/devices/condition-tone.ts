import type { DeviceCondition } from '../../shared/devices/devices.ts';
import type { Tone } from '../kit/StatusBadge.tsx';

export const conditionTone: Readonly<Record<DeviceCondition, Tone>> = {
  good: 'good',
  'needs-repair': 'attention',
  scrapped: 'plain',
};
