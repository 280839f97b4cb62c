import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { monthText, shortDayText } from '../../shared/messages/day-words.ts';
import type { Origin } from '../../shared/roster/copy-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { FilePanel } from '../kit/FilePanel.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { ruleText, type RosterWords } from './rule-text.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Messages } from '../../shared/messages/index.ts';
import styles from './requests.module.css';

type Dropped = Origin['dropped'][number];

/** A draft that was copied or laid says how many shifts it could not keep; opened, each with its rule. */
export function CopyDropped({
  rosterId,
  opened,
  open,
  close,
}: {
  readonly rosterId: string;
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const texts = useWords().rosterRequests;
  const origin = useQuery(requests.roster.copy.origin.queryOptions({ input: { rosterId } }));
  if (!origin.data) return null;
  const { dropped } = origin.data;
  return (
    <>
      {dropped.length > 0 && (
        <Button size="compact-sm" variant="subtle" color="persimmon" onClick={open}>
          {t(($) => $.rosterRequests.droppedButton, { count: dropped.length })}
        </Button>
      )}
      <FilePanel opened={opened} close={close} size="34rem" title={texts.droppedTitle}>
        <Answer query={origin}>{(found) => found && <DroppedList origin={found} />}</Answer>
      </FilePanel>
    </>
  );
}

function DroppedList({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const { kept, dropped, sourceMonth } = origin;
  const people = [...Map.groupBy(dropped, ({ caregiverId }) => caregiverId)];
  return (
    <>
      <p className={styles['line']}>
        {sourceMonth
          ? t(($) => $.rosterRequests.copiedFrom, {
              month: monthText(sourceMonth, language),
              kept,
              count: dropped.length,
            })
          : t(($) => $.rosterRequests.laidFrom, { kept, count: dropped.length })}
      </p>
      <p className={styles['quiet']}>{dropped.length === 0 ? texts.droppedNone : texts.droppedNext}</p>
      {people.map(([id, shifts]) => (
        <section key={id}>
          <h3 className={styles['heading']}>
            {t(($) => $.rosterRequests.droppedBy, { name: shifts[0]?.caregiver ?? '', count: shifts.length })}
          </h3>
          <ul className={styles['dropped']}>
            {[...Map.groupBy(shifts, (shift) => reasonText(shift, words.roster, texts))].map(
              ([reason, ofReason]) => (
                <li key={reason}>
                  <span>{reason}</span>
                  {ofReason
                    .map(({ day, shift }) => `${shortDayText(day, language)} ${shift}`)
                    .join(language === 'zh-CN' ? '、' : ', ')}
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}

function reasonText(
  { rule, amount }: Dropped,
  words: RosterWords,
  texts: Words<Messages>['rosterRequests'],
): string {
  if (rule === 'shiftRetired' || rule === 'coverSurplus') return texts.droppedRules[rule];
  return rule === 'locked' ? texts.droppedLocked : ruleText(words, { rule, amount });
}
