import { rosterQueries, writeCells } from '../../db/roster.ts';
import { monthOf } from '../../shared/calendar/day.ts';
import { worsened } from '../../shared/roster/breaches.ts';
import { grant } from '../../shared/roster/effect.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { breachFacts, daysOfWish, proposalOf, type Wish } from './roster-effect.ts';
import { rosterView } from './roster-view.ts';

/**
 * Changes the cells of the drafts that a wish or a leave touches; returns how many. A wish that would break a rule there is
 * refused; whoever is away is away, whatever else was agreed about her hours. To be called before a leave is entered: with
 * it the roster would be judged already.
 */
export async function writeDrafts({ db, raw }: Work, wish: Wish): Promise<number> {
  let changed = 0;
  for (const month of new Set(daysOfWish(wish).map(monthOf))) {
    const draft = await rosterQueries(db).draftOf(month);
    if (!draft) continue;
    const view = await rosterView(db, month, draft.id);
    const granted = grant(view.model, view.cells, proposalOf(wish));
    const [before, after] = [evaluate(view.model, view.cells), evaluate(granted.model, granted.roster)];
    const breach = worsened(before, after, new Set([wish.caregiverId])).find(({ hard }) => hard);
    if (breach && wish.kind !== 'leave') refuse('CHANGE_BREAKS_RULE', breachFacts(view, breach));
    writeCells(
      raw,
      draft.id,
      granted.changes.map(({ day, after: shift }) => ({
        caregiver_id: wish.caregiverId,
        day,
        shift_code: shift,
      })),
    );
    changed += granted.changes.length;
  }
  return changed;
}
