import { describe, expect, it } from 'vitest';
import { oddPlace } from '../../electron/core/plain-input.ts';
import { aHouse, refusalOf } from '../support/house.ts';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });

describe('an input at the door', () => {
  it('is plain when JSON can say it and a person can have typed it', () => {
    for (const plain of [
      undefined,
      {},
      {
        name: '欧阳·娜𠮷',
        note: '一行\n二行\t三',
        numbers: [0, -1, 0.5],
        none: null,
        left: undefined,
        yes: true,
      },
      Object.assign(Object.create(null) as object, { name: '王' }),
      { file: { name: 'a.xls', base64: 'QUJD'.repeat(400_000) } },
      nested(12),
    ])
      expect(oddPlace(plain)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['half a character', 'a\ud800'],
    ['a nought', 'a\0'],
    ['an escape', '\u001b[2J'],
    ['a sign that turns the reading order', '王\u202e改'],
    ['no character', '\uffff'],
    ['no number', Number.NaN],
    ['a minus nought', -0],
    ['an endless number', Number.POSITIVE_INFINITY],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['a function', () => 1],
    ['a sign of the program', Symbol('x')],
    ['somebody else’s prototype', Object.create({ role: 'director' })],
    ['its own prototype', JSON.parse('{"__proto__":{"role":"director"}}')],
    [
      'a value that is computed when read',
      Object.defineProperty({}, 'x', { enumerable: true, get: () => 1 }),
    ],
    ['a list with holes', Object.assign([1], { length: 3 })],
    ['a list that says it is endless', Object.assign([], { length: 2 ** 31 })],
    ['two megabytes of text', 'x'.repeat(2 ** 21)],
    ['too much depth', nested(40)],
  ])('is odd with %s, and the field is named', (_, value) => {
    const place = oddPlace({ outer: { field: value } });
    expect(place?.startsWith('outer.field')).toBe(true);
  });

  it('does not go round for ever in a loop', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(oddPlace(loop)).not.toBeNull();
  });

  it('that is odd is refused with the name of its field, before any rule sees it', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const refusal = await refusalOf(director.find.anything({ text: '王\u202e改' }));
    expect(refusal.code).toBe('BAD_INPUT');
    expect(refusal.data).toEqual({ fields: ['text'] });
    expect(house.faults).toEqual([]);
  });
});
