import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Violation } from '../../shared/roster/evaluate.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useWords } from '../lib/words.ts';
import { compareAddress } from './compare-address.ts';
import type { LiveRoster, LiveState } from './live-roster.ts';
import { isRemark, type RosterLooks } from './looks.ts';
import { ProblemsDrawer } from './ProblemsDrawer.tsx';
import { PublishButton } from './PublishButton.tsx';
import { PublishedNote } from './PublishedNote.tsx';
import { useLiveCount, useLiveFact } from './use-roster-edits.ts';
import { PutAwayButton } from './PutAwayButton.tsx';
import { ReviveButton } from './ReviveButton.tsx';
import styles from './roster.module.css';

type Props = {
  readonly roster: LiveRoster;
  readonly looks: RosterLooks;
  /** The version that people knew before this one; null: none. */
  readonly published: number | null;
  readonly mayEdit: boolean;
  readonly mayPublish: boolean;
  readonly makeButton: ReactNode;
  readonly onProblem: (found: Violation) => void;
};

/** How many people are missing on all shifts together. */
const openIn = ({ live }: LiveState) =>
  live.cover.reduce((sum, { there, minimum }) => sum + Math.max(0, minimum - there), 0);
const hardIn = ({ live }: LiveState) => live.hard;
const remarksIn = ({ live }: LiveState) =>
  live.people.reduce((sum, found) => sum + found.filter(isRemark).length, 0);

/** Which version this is, what is wrong with it, undo and redo, and the next step: publish it, or begin a new version. */
export function Toolbar(props: Props) {
  const { roster, mayEdit, mayPublish, makeButton, onProblem } = props;
  const { t } = useTranslation();
  const words = useWords().roster;
  const [problems, { open: openProblems, close: closeProblems }] = useDisclosure(false);
  const view = useLiveFact(roster, (state) => state.view);
  const revise = useCommand(api.roster.revise);

  return (
    <div className={styles['toolbar']}>
      <Button variant="subtle" px="xs" onClick={openProblems} title={words.problems}>
        <Counts roster={roster} />
      </Button>
      <ChangedCount {...props} />
      <PublishedNote roster={view.roster} />
      <div className={styles['acts']}>
        {mayEdit && (
          <>
            <UndoButtons roster={roster} />
            <PutAwayButton roster={roster} />
            {makeButton}
            <PublishButton roster={roster} />
          </>
        )}
        {view.roster?.state === 'superseded' && <ReviveButton head={view.roster} />}
        {mayPublish &&
          view.roster?.state === 'published' &&
          !view.versions.some(({ state }) => state === 'draft') && (
            <Button
              variant="default"
              loading={revise.running}
              onClick={() => void revise.run({ month: view.month })}
            >
              {t(($) => $.roster.revise)}
            </Button>
          )}
      </div>
      <ProblemsDrawer opened={problems} close={closeProblems} roster={roster} onProblem={onProblem} />
    </div>
  );
}

function Counts({ roster }: { readonly roster: LiveRoster }) {
  const { t } = useTranslation();
  const hard = useLiveCount(roster, hardIn);
  const open = useLiveCount(roster, openIn);
  const remarks = useLiveCount(roster, remarksIn);
  return (
    <span className={styles['counts']}>
      <StatusBadge tone={hard > 0 ? 'danger' : 'good'}>
        {t(($) => $.roster.hardCount, { count: hard })}
      </StatusBadge>
      <StatusBadge tone={open > 0 ? 'attention' : 'good'}>
        {t(($) => $.roster.openCount, { count: open })}
      </StatusBadge>
      <StatusBadge>{t(($) => $.roster.softCount, { count: remarks })}</StatusBadge>
    </span>
  );
}

/** How many cells are not as people knew them before; opens the comparison. */
function ChangedCount({ roster, looks, published }: Pick<Props, 'roster' | 'looks' | 'published'>) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const count = useLiveCount(
    roster,
    useCallback(({ live }: LiveState) => looks.changed(live), [looks]),
  );
  const { month, roster: head } = useLiveFact(roster, (state) => state.view);
  if (published === null || !head) return null;
  return (
    <Button
      variant="subtle"
      px="xs"
      title={t(($) => $.rosterGrid.changedHint, { version: published })}
      onClick={() => void roster.pen.flush().then(() => go(compareAddress(month, published, head.version)))}
    >
      <StatusBadge tone={count > 0 ? 'information' : 'plain'}>
        {t(($) => $.rosterGrid.changedCount, { count, version: published })}
      </StatusBadge>
    </Button>
  );
}

function UndoButtons({ roster }: { readonly roster: LiveRoster }) {
  const { t } = useTranslation();
  const mayUndo = useLiveFact(roster, (state) => state.mayUndo);
  const mayRedo = useLiveFact(roster, (state) => state.mayRedo);
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="2.125rem"
        disabled={!mayUndo}
        aria-label={t(($) => $.roster.undo)}
        onClick={roster.undo}
      >
        <IconArrowBackUp size="1.125rem" aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="2.125rem"
        disabled={!mayRedo}
        aria-label={t(($) => $.roster.redo)}
        onClick={roster.redo}
      >
        <IconArrowForwardUp size="1.125rem" aria-hidden />
      </ActionIcon>
    </>
  );
}
