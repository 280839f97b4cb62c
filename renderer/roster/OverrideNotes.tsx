import { Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { caseText } from './override-text.ts';
import styles from './roster.module.css';

/** The reasons with which a version was published over warnings; nothing where it was not. */
export function OverrideNotes({ rosterId }: { readonly rosterId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const { data: kept = [] } = useQuery(
    requests.roster.guards.overrides.queryOptions({ input: { rosterId } }),
  );
  if (kept.length === 0) return null;
  return (
    <Popover position="bottom-start" width="34rem" trapFocus>
      <Popover.Target>
        <Button variant="subtle" px="xs">
          {t(($) => $.guards.reasonsCount, { count: kept.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.reasonsOfVersion}>
        {kept.map(({ rule, reason, by, at, cases }) => (
          <section key={rule} className={styles['warning']}>
            <p className={styles['warningTitle']}>
              <strong>{words.rules[rule]}</strong> <small>{words.basis[rule]}</small>
            </p>
            <p>{t(($) => $.guards.kept, { by, at: dayText(dayAt(Date.parse(at)), language), reason })}</p>
            <ul className={styles['cases']}>
              {cases.map((one) => (
                <li key={`${one.caregiverId} ${one.firstDay}`}>{caseText(words, language, rule, one)}</li>
              ))}
            </ul>
          </section>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
