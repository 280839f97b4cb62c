import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../shared/roster/compare-versions.ts';
import { startingShiftTypes } from '../../shared/roster/defaults.ts';
import { aModel, on, peopleNamed, rowOf } from '../support/roster-models.ts';

const model = aModel({ people: peopleNamed(3), shifts: startingShiftTypes });

describe('comparing two versions', () => {
  it('names each cell that differs with what stood there before, and what each month has more or less of', () => {
    const before = { p01: rowOf(model, 'DDN'), p02: rowOf(model, 'N') };
    const after = { p01: rowOf(model, 'DNN..D'), p02: rowOf(model, 'N') };
    expect(compareVersions(model, before, after)).toEqual({
      changes: [
        { person: 'p01', day: on(2), was: 'D', is: 'N' },
        { person: 'p01', day: on(6), was: null, is: 'D' },
      ],
      people: [{ person: 'p01', cells: 2, totals: { shifts: 1, nights: 1, weekends: 0, minutes: 480 } }],
    });
  });

  it('lets somebody who stands in one version only rest in the other', () => {
    const { changes } = compareVersions(model, {}, { p03: rowOf(model, 'D') });
    expect(changes).toEqual([{ person: 'p03', day: on(1), was: null, is: 'D' }]);
    expect(compareVersions(model, {}, {}).changes).toEqual([]);
  });
});
