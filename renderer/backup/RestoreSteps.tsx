import { Button, Checkbox, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import type { Inside, Proof } from '../../shared/backup/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useJob } from '../lib/job.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { InsideFacts } from './InsideFacts.tsx';
import { PaperCode } from './PaperCode.tsx';
import { instantText } from './words-of.ts';

type Props = {
  readonly backup: string;
  readonly back: () => void;
  readonly done?: () => void;
};

/** Opening a backup with the paper code or a password, seeing what is in it, and only then putting it in place. */
export function RestoreSteps({ backup, back, done }: Props) {
  const { backup: words, kit } = useWords();
  const language = useLanguage();
  const [by, setBy] = useState<'code' | 'password'>('code');
  const [code, setCode] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [knows, setKnows] = useState(false);
  const [inside, setInside] = useState<Inside | null>(null);
  const [job, nextJob] = useJob();
  const proof: Proof = by === 'code' ? { code } : { login, password };
  const look = useCommand(api.backup.look, { notify: false, saves: false, refresh: false, done: setInside });
  const restore = useCommand(api.backup.restore, {
    notify: false,
    saves: false,
    done: ({ madeAt, newEpoch }) => {
      announce(
        fill(newEpoch ? words.restoredEpoch : words.restored, { when: instantText(madeAt, language) }),
      );
      done?.();
    },
  });
  const ready = by === 'code' ? code.trim() !== '' : login.trim() !== '' && password !== '';
  const ask = (seen: Inside) =>
    modals.openConfirmModal({
      title: words.confirmTitle,
      children: fill(words.confirmWhy, { when: instantText(seen.madeAt, language) }),
      labels: { confirm: words.restoreAct, cancel: kit.cancel },
      onConfirm: () => void restore.run({ backup, proof, knowsOfPackages: knows, job: nextJob() }),
    });

  if (inside)
    return (
      <div className={styles['form']}>
        <h3 className={styles['when']}>{words.insideTitle}</h3>
        <InsideFacts inside={inside} />
        {inside.linesAfter !== null && inside.linesAfter > 0 && (
          <p className={styles['trouble']}>{fill(words.losing, { count: inside.linesAfter })}</p>
        )}
        {inside.packagesAfter > 0 && (
          <>
            <p className={styles['trouble']}>{fill(words.packages, { count: inside.packagesAfter })}</p>
            <Checkbox
              label={words.packagesKnown}
              checked={knows}
              onChange={(event) => setKnows(event.currentTarget.checked)}
            />
          </>
        )}
        <RefusalNotice refusal={restore.refusal} />
        {restore.running ? (
          <ProgressWithCancel job={job} label={words.restoring} />
        ) : (
          <div className={styles['acts']}>
            <Button disabled={inside.packagesAfter > 0 && !knows} onClick={() => ask(inside)}>
              {words.restoreAct}
            </Button>
            <Button variant="default" onClick={() => setInside(null)}>
              {words.back}
            </Button>
          </div>
        )}
      </div>
    );
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void look.run({ backup, proof, job: nextJob() });
      }}
    >
      <SegmentedControl
        aria-label={words.proof}
        value={by}
        onChange={(next) => {
          setBy(next === 'code' ? 'code' : 'password');
          look.clear();
        }}
        data={[
          { value: 'code', label: words.byCode },
          { value: 'password', label: words.byPassword },
        ]}
      />
      {by === 'code' ? (
        <PaperCode value={code} change={setCode} />
      ) : (
        <>
          <TextInput
            label={words.login}
            maxLength={40}
            autoComplete="off"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.password}
            maxLength={200}
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      <RefusalNotice refusal={look.refusal} />
      {look.running ? (
        <ProgressWithCancel job={job} label={words.looking} />
      ) : (
        <div className={styles['acts']}>
          <Button type="submit" disabled={!ready}>
            {words.look}
          </Button>
          <Button variant="default" onClick={back}>
            {words.back}
          </Button>
        </div>
      )}
    </form>
  );
}
