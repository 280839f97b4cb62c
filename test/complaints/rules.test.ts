import { describe, expect, it } from 'vitest';
import { isLate, openDuties } from '../../shared/complaints/duties.ts';
import { stepKinds, type StepKind } from '../../shared/complaints/kinds.ts';
import {
  channelOf,
  isConcerned,
  mayMeanDirector,
  sightOf,
  type Concern,
} from '../../shared/complaints/sight.ts';
import { reasonToRefuseStep, stateOf } from '../../shared/complaints/steps.ts';

const director = { id: 'a1', name: '王主任', role: 'director' } as const;
const nurse = { id: 'a2', name: '李护士', role: 'nurse' } as const;
const clerk = { id: 'a3', name: '张会计', role: 'clerk' } as const;
const about = (kind: Concern['kind'], id: string | null, name: string): Concern => ({ kind, id, name });
const caregiver = about('caregiver', 'c1', '冯明');
const steps = (...kinds: StepKind[]) => kinds.map((kind) => ({ kind }));

describe('who sees a complaint', () => {
  it('is the director, all of it, and who recorded it, the entry alone', () => {
    const complaint = { recordedBy: nurse.id, concern: caregiver };
    expect(sightOf(director, complaint)).toBe('whole');
    expect(sightOf(nurse, complaint)).toBe('entry');
    expect(sightOf(clerk, complaint)).toBe('nothing');
    expect(sightOf(director, { ...complaint, recordedBy: director.id })).toBe('whole');
  });

  it('is never whom it concerns, were it the director or who recorded it', () => {
    for (const person of [director, nurse, clerk]) {
      const concern = about('account', person.id, person.name);
      expect(sightOf(person, { recordedBy: person.id, concern })).toBe('nothing');
    }
  });

  it('is not somebody of the same name in the other register or under another login, however it is written', () => {
    expect(isConcerned(nurse, about('caregiver', 'c9', '李护士'))).toBe(true);
    expect(isConcerned(nurse, about('account', 'an-older-account', '李 护士'))).toBe(true);
    expect(isConcerned(nurse, about('other', null, '夜班的李护士'))).toBe(true);
    expect(isConcerned({ id: 'a4', name: '阿依·古丽' }, about('caregiver', 'c8', '阿依古丽'))).toBe(true);
    expect(isConcerned(nurse, about('caregiver', 'c9', '李护士长'))).toBe(false);
    expect(isConcerned(nurse, about('unknown', null, ''))).toBe(false);
    expect(isConcerned({ id: 'a5', name: '' }, about('other', null, '谁'))).toBe(false);
  });
});

describe('where a complaint goes', () => {
  it('is to the county when it concerns a director, or when who records it says so', () => {
    const other = { id: 'a7', name: '赵副主任' };
    expect(channelOf(caregiver, [director, other], false)).toBe('centre');
    expect(channelOf(about('unknown', null, ''), [director], false)).toBe('centre');
    expect(channelOf(about('account', 'a7', '赵副主任'), [director, other], false)).toBe('county');
    expect(channelOf(about('other', null, '王主任'), [director], false)).toBe('county');
    expect(channelOf(caregiver, [director], true)).toBe('county');
  });
});

describe('a name that was typed', () => {
  it('is asked about when it may mean the director by the office', () => {
    for (const name of ['主任', '咱们院长', '中心领导', 'the Director'])
      expect(mayMeanDirector(name)).toBe(true);
    for (const name of ['夜班护理员', '孙春生的姐姐', '']) expect(mayMeanDirector(name)).toBe(false);
  });
});

describe('the steps of the handling', () => {
  it('may be any while it is open, and it is closed once a result stands there', () => {
    for (const kind of stepKinds.filter((each) => each !== 'close' && each !== 'reopen'))
      expect(reasonToRefuseStep(kind, [])).toBeNull();
    expect(reasonToRefuseStep('close', steps('measure', 'police'))?.code).toBe('COMPLAINT_NO_RESULT');
    expect(reasonToRefuseStep('close', steps('result'))).toBeNull();
    expect(reasonToRefuseStep('reopen', steps('result'))?.code).toBe('COMPLAINT_NOT_CLOSED');
  });

  it('are none once it is closed, but for opening it again; then it needs a result anew', () => {
    const closed = steps('result', 'close');
    expect(stateOf(closed)).toBe('closed');
    for (const kind of stepKinds.filter((each) => each !== 'reopen'))
      expect(reasonToRefuseStep(kind, closed)?.code).toBe('COMPLAINT_CLOSED');
    expect(reasonToRefuseStep('reopen', closed)).toBeNull();
    const again = [...closed, ...steps('reopen')];
    expect(stateOf(again)).toBe('open');
    expect(reasonToRefuseStep('close', again)?.code).toBe('COMPLAINT_NO_RESULT');
    expect(reasonToRefuseStep('close', [...again, ...steps('result')])).toBeNull();
  });
});

describe('whom the director is reminded to tell', () => {
  it('is the police for violence and sexual harm, until a step says that they were told', () => {
    expect(openDuties('sexual', [])).toEqual(['police', 'civil-affairs', 'guardian']);
    expect(openDuties('violence', steps('police', 'measure'))).toEqual(['civil-affairs', 'guardian']);
    expect(openDuties('violence', steps('police', 'civil-affairs', 'guardian'))).toEqual([]);
    expect(openDuties('neglect', [])).toEqual(['civil-affairs', 'guardian']);
    expect(openDuties('other', [])).toEqual([]);
  });

  it('is late when the hours are over, not before', () => {
    const at = '2026-11-01T01:00:00.000Z';
    expect(isLate(at, '2026-11-02T01:00:00.000Z', 24)).toBe(false);
    expect(isLate(at, '2026-11-02T01:00:00.001Z', 24)).toBe(true);
  });
});
