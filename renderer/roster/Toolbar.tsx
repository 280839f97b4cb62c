import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Evaluation } from '../../shared/roster/evaluate.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { ProblemsDrawer } from './ProblemsDrawer.tsx';
import type { RosterEdits } from './use-roster-edits.ts';
import styles from './roster.module.css';

type Props = {
  readonly view: RosterView;
  readonly evaluation: Evaluation;
  readonly edits: RosterEdits;
  readonly mayEdit: boolean;
  readonly mayPublish: boolean;
  readonly makeButton: ReactNode;
  readonly onProblem: (person: string | null, day: Day) => void;
};

/** Which version this is, what is wrong with it, undo and redo, and the next step: publish it, or begin a new version. */
export function Toolbar(props: Props) {
  const { view, evaluation, edits, mayEdit, mayPublish, makeButton, onProblem } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const [problems, { open: openProblems, close: closeProblems }] = useDisclosure(false);
  const missing = evaluation.violations.filter(({ rule }) => rule === 'coverMissing');
  const open = missing.reduce((sum, found) => sum + found.amount, 0);
  const remarks = evaluation.violations.filter(({ hard, person }) => !hard && person !== null).length;
  const { roster, versions } = view;

  const publish = useCommand(api.roster.publish, {
    done: ({ duties, unanswered }) =>
      announce(
        unanswered > 0
          ? t(($) => $.roster.publishedUnanswered, { count: unanswered })
          : t(($) => $.roster.published, { duties }),
      ),
  });
  const revise = useCommand(api.roster.revise);
  const confirmPublish = () =>
    modals.openConfirmModal({
      title: t(($) => $.roster.publishTitle, { month: monthText(view.month, language) }),
      children: (
        <>
          <p>{t(($) => $.roster.publishHint)}</p>
          {open > 0 && <p>{t(($) => $.roster.publishOpen, { count: open })}</p>}
        </>
      ),
      labels: { confirm: t(($) => $.roster.publish), cancel: t(($) => $.kit.cancel) },
      onConfirm: () => void publish.run({ rosterId: roster?.id ?? '' }),
    });

  return (
    <div className={styles['toolbar']}>
      <Button variant="subtle" px="xs" onClick={openProblems} title={words.problems}>
        <span className={styles['counts']}>
          <StatusBadge tone={evaluation.hard > 0 ? 'danger' : 'good'}>
            {t(($) => $.roster.hardCount, { count: evaluation.hard })}
          </StatusBadge>
          <StatusBadge tone={open > 0 ? 'attention' : 'good'}>
            {t(($) => $.roster.openCount, { count: open })}
          </StatusBadge>
          <StatusBadge>{t(($) => $.roster.softCount, { count: remarks })}</StatusBadge>
        </span>
      </Button>
      <div className={styles['acts']}>
        {mayEdit && (
          <>
            <ActionIcon
              variant="subtle"
              size="2.125rem"
              disabled={!edits.mayUndo}
              aria-label={t(($) => $.roster.undo)}
              onClick={edits.undo}
            >
              <IconArrowBackUp size="1.125rem" aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="2.125rem"
              disabled={!edits.mayRedo}
              aria-label={t(($) => $.roster.redo)}
              onClick={edits.redo}
            >
              <IconArrowForwardUp size="1.125rem" aria-hidden />
            </ActionIcon>
            {makeButton}
            <Button loading={publish.running} onClick={confirmPublish}>
              {t(($) => $.roster.publish)}
            </Button>
          </>
        )}
        {mayPublish && roster?.state === 'published' && !versions.some(({ state }) => state === 'draft') && (
          <Button
            variant="default"
            loading={revise.running}
            onClick={() => void revise.run({ month: view.month })}
          >
            {t(($) => $.roster.revise)}
          </Button>
        )}
      </div>
      <ProblemsDrawer
        opened={problems}
        close={closeProblems}
        view={view}
        evaluation={evaluation}
        onProblem={onProblem}
      />
    </div>
  );
}
