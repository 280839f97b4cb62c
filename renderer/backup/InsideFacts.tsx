import type { Inside } from '../../shared/backup/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { FactList } from '../kit/FactList.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayOrDash, instantText } from './words-of.ts';

/** What a backup holds, in the numbers that a director knows by heart. */
export function InsideFacts({ inside }: { readonly inside: Inside }) {
  const words = useWords().backup;
  const language = useLanguage();
  return (
    <FactList
      facts={[
        { label: words.inside.centre, value: inside.centre },
        { label: words.inside.madeAt, value: instantText(inside.madeAt, language) },
        { label: words.inside.residents, value: fill(words.people, { count: inside.residents }) },
        { label: words.inside.checkups, value: fill(words.rows, { count: inside.checkups }) },
        { label: words.inside.lastDay, value: dayOrDash(inside.lastDay, language) },
      ]}
    />
  );
}
