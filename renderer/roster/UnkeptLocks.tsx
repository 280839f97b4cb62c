import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { ruleText } from './rule-text.ts';

export type UnkeptLock = Awaited<ReturnType<typeof api.roster.make>>['unkeptLocks'][number];

type Props = { readonly locks: readonly UnkeptLock[]; readonly view: RosterView; readonly close: () => void };

/** Locks that contradict the law or one another: each with the rule that it would break. */
export function UnkeptLocks({ locks, view, close }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  if (locks.length === 0) return null;
  return (
    <Alert
      color="persimmon"
      mb="sm"
      withCloseButton
      onClose={close}
      closeButtonLabel={t(($) => $.kit.close)}
      title={t(($) => $.roster.unkept, { count: locks.length })}
    >
      {locks.map((lock) => (
        <div key={`${lock.person} ${lock.day}`}>
          {t(($) => $.roster.unkeptLine, {
            name: view.people.find(({ id }) => id === lock.person)?.name ?? '',
            day: shortDayText(lock.day, language),
            shift: lock.shift ?? words.rest,
            rule: ruleText(words, { rule: lock.rule, amount: view.model.limits.restBetweenShifts }),
          })}
        </div>
      ))}
    </Alert>
  );
}
