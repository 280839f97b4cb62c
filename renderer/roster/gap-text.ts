import { useTranslation } from 'react-i18next';
import type { Gap } from '../../shared/roster/gap.ts';

/** How far a roster is from the best possible, in words. */
export function useGapText(): (gap: Gap) => string {
  const { t } = useTranslation();
  return (gap) => {
    if (gap.kind === 'unknown') return t(($) => $.rosterGenerate.gapUnknown);
    if (gap.kind === 'none') return t(($) => $.rosterGenerate.gapNone);
    if (gap.kind === 'points') return t(($) => $.rosterGenerate.gapFew, { points: gap.points });
    return t(($) => $.rosterGenerate.gapAtMost, { percent: gap.percent });
  };
}
