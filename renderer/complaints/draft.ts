import type { Day } from '../../shared/calendar/day.ts';
import type { ComplaintFacts } from '../../shared/complaints/contract.ts';
import type { ComplaintKind, ConcernKind, Teller } from '../../shared/complaints/kinds.ts';
import { channelOf, isConcerned, type Concern } from '../../shared/complaints/sight.ts';
import type { api } from '../lib/api.ts';

export type FormFacts = Awaited<ReturnType<typeof api.complaints.form>>;

/** A complaint while it is typed: what has not been chosen yet is null. */
export type Draft = Omit<ComplaintFacts, 'happenedOn' | 'kind' | 'concernKind' | 'teller' | 'doer'> & {
  happenedOn: Day | null;
  kind: ComplaintKind | null;
  concernKind: ConcernKind | null;
  teller: Teller | null;
  doer: string | null;
  notForDirector: boolean;
};

export const emptyDraft = (today: Day, me: string): Draft => ({
  happenedOn: today,
  happenedTime: '',
  place: '',
  residentId: null,
  residentName: '',
  concernKind: null,
  concernId: null,
  concernName: '',
  kind: null,
  teller: null,
  tellerName: '',
  said: '',
  doneAtOnce: '',
  doer: me,
  notForDirector: false,
});

/** Whom it concerns, as far as it is chosen. */
function concernOf({ concernKind, concernId, concernName }: Draft, form: FormFacts): Concern | null {
  if (concernKind === null) return null;
  if (concernKind === 'unknown') return { kind: concernKind, id: null, name: '' };
  if (concernKind === 'other')
    return concernName.trim() === '' ? null : { kind: concernKind, id: null, name: concernName };
  const people = concernKind === 'caregiver' ? form.caregivers : form.staff;
  const person = people.find(({ id }) => id === concernId);
  return person ? { kind: concernKind, id: person.id, name: person.name } : null;
}

/** Where what is typed would go: `yourself` and `nowhere` cannot be sent. The door decides by the same rule. */
export type Way = 'centre' | 'county' | 'nowhere' | 'yourself';

export function wayOf(draft: Draft, form: FormFacts, me: { id: string; name: string }): Way {
  const concern = concernOf(draft, form);
  if (concern && isConcerned(me, concern)) return 'yourself';
  const directors = form.staff.filter(({ role }) => role === 'director');
  const channel = channelOf(
    concern ?? { kind: 'unknown', id: null, name: '' },
    directors,
    draft.notForDirector,
  );
  return channel === 'centre' ? 'centre' : form.canSeal ? 'county' : 'nowhere';
}

/** What is sent, or null while something is missing. */
export function factsOf(draft: Draft, form: FormFacts): ComplaintFacts | null {
  const { notForDirector: _notForDirector, happenedOn, kind, concernKind, teller, doer, ...texts } = draft;
  const isComplete = [texts.place, texts.said, texts.doneAtOnce].every((text) => text.trim() !== '');
  if (!happenedOn || !kind || !concernKind || !teller || !doer || !isComplete) return null;
  const concern = concernOf(draft, form);
  if (!concern) return null;
  return {
    ...texts,
    happenedOn,
    kind,
    concernKind,
    teller,
    doer,
    concernId: concern.id,
    concernName: concern.kind === 'other' ? concern.name : '',
    tellerName: teller === 'anonymous' ? '' : texts.tellerName,
    residentName: texts.residentId === null ? texts.residentName : '',
  };
}
