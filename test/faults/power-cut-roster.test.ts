import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { layRoster } from '../support/roster-lay.ts';
import { withStaff } from '../support/staff.ts';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

/** Three on by day, one at night, two at rest; a rhythm of six days. */
const usual = (person: number, day: number) =>
  (['D', 'D', 'D', 'N', null, null] as const)[(person + day) % 6] ?? null;

describe('when the power goes while a roster is published', { timeout: PATIENCE }, () => {
  it('nothing that was answered is lost, and nothing is half there', async () => {
    const result = await cutDuring({
      acts: 'roster',
      prepare(house) {
        withStaff(house);
        layRoster(house, month('2026-11'), usual);
      },
    });
    expect(held(result, 'roster')).toEqual(NOTHING_LOST);
  });
});
