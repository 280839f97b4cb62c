import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openSelection } from '../../renderer/kit/use-month-selection.ts';
import { cellReader, readPattern } from '../../renderer/roster/cell-text.ts';
import { deskActs } from '../../renderer/roster/desk-acts.ts';
import { openRoster, type LiveRoster } from '../../renderer/roster/live-roster.ts';
import { openPen, type Change } from '../../renderer/roster/roster-pen.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { startingShiftTypes } from '../../shared/roster/defaults.ts';
import type { Cell, RosterModel } from '../../shared/roster/model.ts';
import { aModel, aPerson, on } from '../support/roster-models.ts';

const PEOPLE = 4;

/** A draft as the house answers it; the first letters of each person, rest after them. */
function aView(rows: readonly string[] = [], changes: Partial<RosterModel> = {}): RosterView {
  const people = Array.from({ length: PEOPLE }, (_, index) => aPerson(`p${index}`));
  const model = aModel({ people, shifts: startingShiftTypes, ...changes });
  const cells = Object.fromEntries(
    people.map(({ id }, index) => [
      id,
      model.days.map((_day, day): Cell => {
        const letter = rows[index]?.[day] ?? '.';
        return letter === '.' ? null : letter;
      }),
    ]),
  );
  const view = {
    month: '2026-11',
    model,
    cells,
    people: people.map(({ id }) => ({ id, name: id, leave: [] })),
  };
  return view as unknown as RosterView;
}

/** A desk whose pen writes into a list; the house confirms at once. */
function aDesk(view = aView()) {
  const sent: Change[] = [];
  const pen = openPen((change) => {
    sent.push(change);
    return Promise.resolve(true);
  });
  const roster = openRoster(view, pen);
  const selection = openSelection(PEOPLE, view.model.days.length);
  return { roster, selection, sent, acts: deskActs({ view, roster, selection }) };
}

const lettersOf = (roster: LiveRoster, person: number, count = 8) =>
  (roster.asView().cells[`p${person}`] ?? [])
    .slice(0, count)
    .map((cell) => cell ?? '.')
    .join('');
const select = (
  { selection }: ReturnType<typeof aDesk>,
  top: number,
  left: number,
  bottom = top,
  right = left,
) => selection.select({ row: top, column: left }, { row: bottom, column: right });

describe('typing in the roster', () => {
  it('tells of a letter and a lock at once, before anyone is told what they mean', () => {
    const { roster, acts } = aDesk(aView(['DD']));
    const told: unknown[] = [];
    roster.onCells((cells) => told.push(cells));
    roster.subscribe(() => told.push('judged'));
    acts.put('N');
    acts.toggleLock();
    roster.undo();
    roster.undo();
    expect(told).toEqual([
      [{ person: 0, day: 0, shift: 'N' }],
      'judged',
      [{ person: 0, day: 1, locked: true }],
      'judged',
      [{ person: 0, day: 1, locked: false }],
      'judged',
      [{ person: 0, day: 0, shift: 'D' }],
      'judged',
    ]);
  });

  it('puts a letter and goes on to the next day; over a range it fills the range and stays', () => {
    const desk = aDesk();
    desk.acts.put('D');
    desk.acts.put('N');
    expect(lettersOf(desk.roster, 0)).toBe('DN......');
    select(desk, 1, 2, 2, 3);
    desk.acts.put('D');
    expect([lettersOf(desk.roster, 1), lettersOf(desk.roster, 2)]).toEqual(['..DD....', '..DD....']);
    expect(desk.selection.current().range).toEqual({ top: 1, left: 2, bottom: 2, right: 3 });
  });

  it('fills down and to the right, and from the neighbour where only one row or column is selected', () => {
    const desk = aDesk(aView(['DDNN....', '........', 'N.......']));
    select(desk, 0, 0, 2, 3);
    desk.acts.fillDown();
    expect([0, 1, 2].map((row) => lettersOf(desk.roster, row))).toEqual(['DDNN....', 'DDNN....', 'DDNN....']);
    select(desk, 3, 1, 3, 2);
    desk.acts.fillDown();
    expect(lettersOf(desk.roster, 3)).toBe('.DN.....');
    select(desk, 0, 3, 0, 6);
    desk.acts.fillRight();
    expect(lettersOf(desk.roster, 0)).toBe('DDNNNNN.');
    select(desk, 1, 4);
    desk.acts.fillRight();
    expect(lettersOf(desk.roster, 1)).toBe('DDNNN...');
  });

  it('repeats a rotation, each person beginning later, and leaves who is away', () => {
    const people = Array.from({ length: PEOPLE }, (_, index) =>
      aPerson(`p${index}`, { absences: index === 1 ? [{ day: on(3), why: 'leave' }] : [] }),
    );
    const desk = aDesk(aView([], { people }));
    select(desk, 0, 0, 2, 7);
    desk.acts.repeat(['D', 'D', 'N', null], 1);
    expect([0, 1, 2].map((row) => lettersOf(desk.roster, row))).toEqual(['DDN.DDN.', '.D.N.DDN', 'N.DDN.DD']);
  });

  it('pastes letters, names and signs of rest, repeats a block into a larger selection, and leaves what it cannot read', () => {
    const desk = aDesk(aView(['........', 'DDDD....']));
    select(desk, 0, 0, 0, 4);
    desk.acts.paste([['白班', '夜']]);
    expect(lettersOf(desk.roster, 0)).toBe('DNDND...');
    select(desk, 1, 0);
    desk.acts.paste([['王国庆', '△', '休', '160']]);
    expect(lettersOf(desk.roster, 1)).toBe('D..D....');
    expect(desk.roster.state().unread).toEqual(['王国庆', '160']);
    desk.acts.put('N');
    expect(desk.roster.state().unread).toEqual([]);
  });

  it('gives pasted rows to the people whose names stand before them, and says which names it does not know', () => {
    const desk = aDesk(aView(['........', 'DDDD....']));
    select(desk, 3, 1);
    desk.acts.paste([
      ['姓名', '2', '3'],
      ['p 1', '夜', '休'],
      ['p0', 'D', '上午'],
    ]);
    expect([0, 1, 3].map((person) => lettersOf(desk.roster, person))).toEqual([
      '.D......',
      'DN.D....',
      '........',
    ]);
    expect(desk.roster.state().unread).toEqual(['姓名', '上午']);
    desk.roster.undo();
    expect(lettersOf(desk.roster, 1)).toBe('DDDD....');
  });

  it('leaves locked cells as they are when many are filled, and says how many; a letter typed into one goes in', () => {
    const desk = aDesk();
    select(desk, 0, 1);
    desk.acts.toggleLock();
    select(desk, 0, 0, 0, 3);
    desk.acts.put('D');
    expect([lettersOf(desk.roster, 0), desk.roster.state().heldBack]).toEqual(['D.DD....', 1]);
    select(desk, 0, 1);
    desk.acts.put('N');
    expect([lettersOf(desk.roster, 0), desk.roster.state().heldBack]).toEqual(['DNDD....', 0]);
    expect(desk.roster.asView().model.locks).toEqual([{ person: 'p0', day: on(2), shift: 'N' }]);
  });
});

describe('undo and redo', () => {
  const act = fc.record({
    kind: fc.constantFrom('put', 'lock', 'down'),
    shift: fc.constantFrom<Cell>('D', 'N', null),
    top: fc.nat({ max: PEOPLE - 1 }),
    left: fc.nat({ max: 9 }),
    tall: fc.nat({ max: 2 }),
    wide: fc.nat({ max: 3 }),
  });

  it('give back every state that was passed, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const desk = aDesk(aView(['DDNN', 'NNDD']));
        const image = () => {
          const { cells, model } = desk.roster.asView();
          return JSON.stringify([cells, model.locks]);
        };
        const passed = [image()];
        for (const one of acts) {
          select(desk, one.top, one.left, one.top + one.tall, one.left + one.wide);
          if (one.kind === 'put') desk.acts.put(one.shift);
          else if (one.kind === 'lock') desk.acts.toggleLock();
          else desk.acts.fillDown();
          if (image() !== passed.at(-1)) passed.push(image());
        }
        for (const state of passed.toReversed().slice(1)) {
          desk.roster.undo();
          expect(image()).toBe(state);
        }
        expect(desk.roster.state().mayUndo).toBe(false);
        for (const state of passed.slice(1)) {
          desk.roster.redo();
          expect(image()).toBe(state);
        }
        expect(desk.roster.state().mayRedo).toBe(false);
      }),
      { numRuns: 100, seed: 411799 },
    );
  });
});

describe('writing a draft down', () => {
  it('sends letters that follow each other as one change, after the moment of the key', async () => {
    vi.useFakeTimers();
    const desk = aDesk();
    for (const letter of ['D', 'N', 'D']) desk.acts.put(letter);
    expect(desk.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(desk.sent.map((change) => (change.kind === 'cells' ? change.cells.length : 0))).toEqual([3]);
    expect(desk.roster.pen.pending()).toEqual([]);
  });

  it('keeps what the house does not know yet on top of what the house answers', async () => {
    const desk = aDesk();
    desk.acts.put('D');
    desk.roster.rebase(aView(['..N']));
    expect(lettersOf(desk.roster, 0)).toBe('D.N.....');
    await desk.roster.pen.flush();
    desk.roster.rebase(aView(['..N']));
    expect(lettersOf(desk.roster, 0)).toBe('..N.....');
  });

  it('drops what was built on a refused change', async () => {
    const sent: Change[] = [];
    const pen = openPen((change) => {
      sent.push(change);
      return Promise.resolve(false);
    });
    const roster = openRoster(aView(), pen);
    roster.edit([{ caregiverId: 'p0', day: on(1), shift: 'D' }]);
    roster.lock([{ caregiverId: 'p0', day: on(1) }], true);
    await pen.flush();
    expect([sent.length, pen.pending().length]).toEqual([1, 0]);
    roster.forget(aView());
    expect([lettersOf(roster, 0), roster.state().mayUndo]).toEqual(['........', false]);
  });

  it('sends again nothing that stands already', () => {
    const desk = aDesk(aView(['D']));
    desk.roster.edit([{ caregiverId: 'p0', day: on(1), shift: 'D' }]);
    desk.roster.edit([{ caregiverId: 'somebody else', day: on(1), shift: 'D' }]);
    expect([desk.roster.pen.pending(), desk.roster.state().mayUndo]).toEqual([[], false]);
  });
});

describe('reading cells of other sheets', () => {
  const shifts = [
    { code: 'D', name: '白班', nameEn: 'Day' },
    { code: 'B', name: '白浴', nameEn: 'Bathing' },
    { code: 'X', name: '夜班', nameEn: 'Night' },
  ];

  it('takes letters of any width, names in both languages, and first signs that name one shift alone', () => {
    const read = cellReader(shifts);
    expect(['ｄ', 'day', '白班', '夜', '白', 'x', '休息', '', '160', '事'].map(read)).toEqual([
      'D',
      'D',
      'D',
      'X',
      undefined,
      'X',
      null,
      null,
      undefined,
      undefined,
    ]);
  });

  it('reads a rotation sign by sign and names the first that means nothing', () => {
    expect(readPattern('D D，夜休.', shifts)).toEqual({ cells: ['D', 'D', 'X', null, null] });
    expect(readPattern('DDQ', shifts)).toEqual({ unknown: 'Q' });
    expect(readPattern('', shifts)).toEqual({ cells: [] });
  });
});
