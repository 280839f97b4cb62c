import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonToRefuse } from '../../shared/health/judgement.ts';
import { usualRanges } from '../../shared/health/ranges.ts';
import {
  emptyDraft,
  examineRow,
  sheetColumns,
  textOf,
  type SheetColumn,
} from '../../shared/health/sheet-draft.ts';
import { noVitals } from '../../shared/health/vitals.ts';
import { ordinary } from './people-in-house.ts';

const usual = usualRanges();
const typed = (
  texts: Partial<Record<SheetColumn, string>>,
  confirmed: Partial<Record<SheetColumn, string>> = {},
) => examineRow({ texts, confirmed }, usual, noVitals);

describe('a row of the sheet while it is typed', () => {
  it('is blank, then ready, and shows how each text is read', () => {
    expect(examineRow(emptyDraft, usual, noVitals).state).toBe('blank');
    const row = typed({ temperature: '365', pulse: '72', pressure: '12080', note: ' 无不适 ' });
    expect(row).toMatchObject({
      state: 'ready',
      values: { temperature: 365, pulse: 72, systolic: 120, diastolic: 80, weight: null },
      note: '无不适',
      cells: { temperature: { kind: 'good', reading: '36.5', mended: true }, pulse: { mended: false } },
    });
  });

  it('is wrong while a value is impossible, unreadable, swapped or half', () => {
    expect(typed({ temperature: '63.6' })).toMatchObject({
      state: 'wrong',
      cells: { temperature: { kind: 'impossible' } },
    });
    expect(typed({ pulse: '快' })).toMatchObject({
      state: 'wrong',
      cells: { pulse: { kind: 'unreadable' } },
    });
    expect(typed({ pressure: '80/120' })).toMatchObject({
      state: 'wrong',
      cells: { pressure: { kind: 'reversed' } },
    });
    expect(typed({ pressure: '120' })).toMatchObject({
      state: 'wrong',
      cells: { pressure: { kind: 'half' } },
    });
    expect(typed({ pressure: '400/80' })).toMatchObject({
      cells: { pressure: { kind: 'impossible', key: 'systolic' } },
    });
  });

  it('asks for an unusual value until that very text is confirmed', () => {
    expect(typed({ temperature: '38.5' })).toMatchObject({ state: 'unconfirmed', confirmed: [] });
    const confirmed = typed(
      { temperature: '38.5', pressure: '168/80' },
      { temperature: '38.5', pressure: '168/80' },
    );
    expect(confirmed).toMatchObject({ state: 'ready', confirmed: ['temperature', 'systolic'] });
    expect(typed({ temperature: '39.5' }, { temperature: '38.5' }).state).toBe('unconfirmed');
  });

  it('puts saved values back into their cells as they are typed', () => {
    expect(sheetColumns.map((column) => textOf(column, ordinary, '好'))).toEqual([
      '36.5',
      '72',
      '18',
      '120/80',
      '',
      '',
      '',
      '',
      '好',
    ]);
  });

  it('never throws, and a row that is ready is one that the house does not refuse', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'0123456789./ -。'), maxLength: 7 }),
      fc.integer({ min: 0, max: 400 }).map(String),
      fc.constant(''),
      fc
        .tuple(fc.integer({ min: 40, max: 300 }), fc.integer({ min: 15, max: 190 }))
        .map((pair) => pair.join('/')),
    );
    const texts = fc.record(Object.fromEntries(sheetColumns.map((column) => [column, text])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(texts, (row) => {
        const verdict = examineRow({ texts: row, confirmed: row }, usual, noVitals);
        const refused = verdict.state === 'ready' && reasonToRefuse(verdict.values, verdict.note) !== null;
        expect(refused).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
