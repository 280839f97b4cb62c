import { useTranslation } from 'react-i18next';
import { dayText } from '../../shared/messages/day-words.ts';
import type { RosterChanges } from '../../shared/roster/papers-contract.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayOfInstant } from './instant.ts';
import styles from './roster-sheet.module.css';
import { versionMark } from './shift-marks.ts';

/** Below the sheet: each version that changed it, when it was published, and what it changed. */
export function ChangeList({ changed: { published, cells } }: { readonly changed: RosterChanges }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { rest1 } = useWords().rosterPapers.sheet;
  const versions = [...Map.groupBy(cells, ({ version }) => version)].toSorted(
    ([a], [b]) => (a ?? Infinity) - (b ?? Infinity),
  );
  if (versions.length === 0) return null;
  const publishedOn = new Map(published.map(({ version, publishedAt }) => [version, publishedAt]));
  return (
    <div className={styles['changes']}>
      {versions.map(([version, changes]) => {
        const mark = versionMark(version);
        return (
          <p key={mark}>
            <strong>
              {version === null
                ? t(($) => $.rosterPapers.sheet.changedDraft, { mark })
                : t(($) => $.rosterPapers.sheet.changed, {
                    mark,
                    version,
                    date: dayText(dayOfInstant(publishedOn.get(version) ?? ''), language),
                  })}
            </strong>
            {changes.map((change) => (
              <span key={`${change.person} ${change.day}`}>
                {t(($) => $.rosterPapers.sheet.change, {
                  name: change.name,
                  day: Number(change.day.slice(8)),
                  before: change.before ?? rest1,
                  now: change.now ?? rest1,
                })}
              </span>
            ))}
          </p>
        );
      })}
    </div>
  );
}
