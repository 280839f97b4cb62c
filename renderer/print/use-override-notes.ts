import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { caseText } from '../roster/override-text.ts';

/** Why a version was published over its warnings, and for whom: one note a rule, for the foot of the paper. */
export function useOverrideNotes(rosterId: string | undefined): string[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const { data: kept = [] } = useQuery(
    requests.roster.guards.overrides.queryOptions({ input: rosterId ? { rosterId } : skipToken }),
  );
  return kept.map(({ rule, reason, by, cases }) =>
    t(($) => $.guards.paperNote, {
      rule: words.rules[rule],
      cases: cases.map((one) => caseText(words, language, rule, one)).join(words.casesBetween),
      reason,
      by,
    }),
  );
}
