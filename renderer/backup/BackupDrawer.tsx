import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../shared/messages/fill.ts';
import { FactList } from '../kit/FactList.tsx';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce, announceBadNews } from '../lib/failure.ts';
import { useJob } from '../lib/job.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { DrillForm } from './DrillForm.tsx';
import { RestoreSteps } from './RestoreSteps.tsx';
import { instantText, sizeText } from './words-of.ts';

export type Backup = Awaited<ReturnType<typeof api.backup.list>>[number];
export const tones: Record<Backup['state'], Tone> = {
  ours: 'good',
  'other-key': 'information',
  foreign: 'plain',
  incomplete: 'danger',
  damaged: 'danger',
};

export type Step = 'facts' | 'drill' | 'restore';
type Props = { readonly backup: Backup | null; readonly first: Step; readonly close: () => void };

/** One backup: how it stands, and what can be done with it. */
export function BackupDrawer({ backup, first, close }: Props) {
  const { backup: words, kit } = useWords();
  const language = useLanguage();
  const when = backup?.madeAt ? instantText(backup.madeAt, language) : words.unknownTime;
  return (
    <Drawer
      opened={backup !== null}
      onClose={close}
      title={backup ? fill(words.line, { when, place: backup.place }) : words.list}
      size="lg"
      closeButtonProps={{ 'aria-label': kit.close }}
    >
      {backup && <OneBackup key={backup.token} backup={backup} first={first} />}
    </Drawer>
  );
}

function OneBackup({ backup, first }: { readonly backup: Backup; readonly first: Step }) {
  const words = useWords().backup;
  const language = useLanguage();
  const [step, setStep] = useState(first);
  const [job, nextJob] = useJob();
  const check = useCommand(api.backup.check, {
    saves: false,
    done: ({ whole }) => (whole ? announce(words.checkWhole) : announceBadNews(words.checkBroken)),
  });
  const usable = backup.state === 'ours' || backup.state === 'other-key';
  return (
    <div className={styles['form']}>
      <FactList
        facts={[
          {
            label: words.columns.when,
            value: backup.madeAt ? instantText(backup.madeAt, language) : words.unknownTime,
          },
          { label: words.columns.place, value: backup.place },
          { label: words.columns.reason, value: backup.reason && words.reasons[backup.reason] },
          { label: words.columns.size, value: sizeText(backup.size) },
          {
            label: words.columns.state,
            value: <StatusBadge tone={tones[backup.state]}>{words.states[backup.state]}</StatusBadge>,
          },
          {
            label: words.columns.checked,
            value: backup.checkedAt && instantText(backup.checkedAt, language),
          },
        ]}
      />
      <p className={styles['quiet']}>{words.stateHints[backup.state]}</p>
      {check.running && <ProgressWithCancel job={job} label={words.checking} />}
      {step === 'facts' && !check.running && (
        <div className={styles['acts']}>
          <Button
            variant="default"
            disabled={backup.state === 'incomplete'}
            onClick={() => void check.run({ backup: backup.token, job: nextJob() })}
          >
            {words.check}
          </Button>
          <Button variant="default" disabled={!usable} onClick={() => setStep('drill')}>
            {words.drillAct}
          </Button>
          <Button variant="default" disabled={!usable} onClick={() => setStep('restore')}>
            {words.restore}
          </Button>
        </div>
      )}
      {step === 'drill' && <DrillForm backup={backup.token} back={() => setStep('facts')} />}
      {step === 'restore' && <RestoreSteps backup={backup.token} back={() => setStep('facts')} />}
    </div>
  );
}
