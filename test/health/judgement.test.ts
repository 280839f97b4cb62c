import { describe, expect, it } from 'vitest';
import { bodyMassIndex } from '../../shared/health/body-mass.ts';
import { flagsOf, reasonToRefuse, unconfirmed } from '../../shared/health/judgement.ts';
import { reasonAgainstRange, usualRanges } from '../../shared/health/ranges.ts';
import { noVitals, shownVital, vitalKeys, vitals } from '../../shared/health/vitals.ts';

const adult = usualRanges();
const flags = (temperature: number) => flagsOf({ ...noVitals, temperature }, adult, noVitals);

describe('an impossible value', () => {
  it('is refused by name: 63.6 degrees', () => {
    expect(reasonToRefuse({ ...noVitals, temperature: 636 })).toEqual({
      kind: 'impossible',
      key: 'temperature',
      value: 636,
    });
  });

  it('begins just outside both ends of the range', () => {
    for (const key of vitalKeys) {
      const { lowest, highest } = vitals[key].possible;
      const pair =
        key === 'systolic' ? { diastolic: lowest - 1 } : key === 'diastolic' ? { systolic: 280 } : {};
      const about = (value: number) => reasonToRefuse({ ...noVitals, ...pair, [key]: value });
      expect(about(lowest - 1), key).toMatchObject({ kind: 'impossible', key });
      expect(about(highest + 1), key).toMatchObject({ kind: 'impossible', key });
      expect(about(lowest), key).toBeNull();
      expect(about(highest), key).toBeNull();
    }
  });

  it('is a pressure with its two numbers swapped, equal or alone', () => {
    expect(reasonToRefuse({ ...noVitals, systolic: 80, diastolic: 120 })).toMatchObject({ kind: 'reversed' });
    expect(reasonToRefuse({ ...noVitals, systolic: 100, diastolic: 100 })).toMatchObject({
      kind: 'reversed',
    });
    expect(reasonToRefuse({ ...noVitals, systolic: 120 })).toEqual({ kind: 'half-pressure' });
  });

  it('is a checkup with nothing in it; a note alone is something', () => {
    expect(reasonToRefuse(noVitals)).toEqual({ kind: 'empty' });
    expect(reasonToRefuse(noVitals, '拒测')).toBeNull();
  });
});

describe('an unusual value', () => {
  it('is flagged just outside the usual range and not at its ends', () => {
    expect(flags(372)).toEqual({});
    expect(flags(373)).toEqual({ temperature: ['high'] });
    expect(flags(360)).toEqual({});
    expect(flags(359)).toEqual({ temperature: ['low'] });
  });

  it('is flagged when it is far from the last one, even inside the usual range', () => {
    expect(flagsOf({ ...noVitals, pulse: 95 }, adult, { ...noVitals, pulse: 64 })).toEqual({
      pulse: ['rose'],
    });
    expect(flagsOf({ ...noVitals, weight: 550 }, adult, { ...noVitals, weight: 580 })).toEqual({
      weight: ['fell'],
    });
    expect(flagsOf({ ...noVitals, weight: 552 }, adult, { ...noVitals, weight: 580 })).toEqual({});
  });

  it('is asked about until somebody has confirmed it', () => {
    const found = flagsOf({ ...noVitals, temperature: 385, systolic: 168, diastolic: 80 }, adult, noVitals);
    expect(unconfirmed(found, [])).toEqual(['temperature', 'systolic']);
    expect(unconfirmed(found, ['temperature'])).toEqual(['systolic']);
    expect(unconfirmed(found, ['systolic', 'temperature'])).toEqual([]);
  });

  it('follows the range that the medic has set, for the centre and then for one resident', () => {
    const centre = { oxygen: { lowest: 90, highest: 100 } };
    const resident = { oxygen: { lowest: 88, highest: 100 }, pulse: null };
    expect(usualRanges().oxygen).toEqual({ range: { lowest: 95, highest: 100 }, status: 'unconfirmed' });
    expect(usualRanges(centre).oxygen).toEqual({ range: centre.oxygen, status: 'local' });
    expect(usualRanges(centre, resident).oxygen.range).toEqual(resident.oxygen);
    expect(flagsOf({ ...noVitals, oxygen: 89, pulse: 140 }, usualRanges(centre, resident), noVitals)).toEqual(
      {},
    );
  });
});

it('a usual range must lie within what is possible, its lower end first', () => {
  expect(reasonAgainstRange('pulse', { lowest: 100, highest: 60 })).toBe('reversed');
  expect(reasonAgainstRange('pulse', { lowest: 10, highest: 60 })).toBe('impossible');
  expect(reasonAgainstRange('pulse', { lowest: 55, highest: 105 })).toBeNull();
});

it('body mass index is given only where the height is known', () => {
  expect(bodyMassIndex(500, 1600)).toBe(195);
  expect(bodyMassIndex(500, null)).toBeNull();
  expect(bodyMassIndex(null, 1600)).toBeNull();
});

it('values are shown as people write them', () => {
  expect(shownVital('temperature', 365)).toBe('36.5');
  expect(shownVital('weight', 600)).toBe('60.0');
  expect(shownVital('pulse', 72)).toBe('72');
});
