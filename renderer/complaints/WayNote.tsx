import { mayMeanDirector } from '../../shared/complaints/sight.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useWords } from '../lib/words.ts';
import styles from './complaints.module.css';
import type { Draft, Way } from './draft.ts';

/** Where the complaint will go and who will see it, before it is sent. */
export function WayNote({ way, draft }: { readonly way: Way; readonly draft: Draft }) {
  const words = useWords().complaints.channel;
  const chosen = draft.notForDirector;
  const doubt = way === 'centre' && draft.concernKind === 'other' && mayMeanDirector(draft.concernName);
  const why = chosen ? words.countyChosen : words.countyDirector;
  const text = {
    centre: words.centre,
    county: fill(words.county, { why }),
    nowhere: fill(words.cannot, { why }),
    yourself: words.yourself,
  }[way];
  return (
    <p
      className={styles['note']}
      role="status"
      data-tone={way === 'centre' && !doubt ? undefined : 'attention'}
    >
      {doubt ? words.maybeDirector : text}
    </p>
  );
}
