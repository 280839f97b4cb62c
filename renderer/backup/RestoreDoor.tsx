import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { Doorway } from '../people/Doorway.tsx';
import styles from './backup.module.css';
import { tones, type Backup } from './BackupDrawer.tsx';
import { RestoreSteps } from './RestoreSteps.tsx';
import { instantText } from './words-of.ts';

type Props = { readonly back: () => void; readonly done: () => void };

/** The way back before anybody can sign in: on a PC without a centre, or where the file does not open any more. */
export function RestoreDoor({ back, done }: Props) {
  const words = useWords().backup;
  const found = useQuery(requests.backup.found.queryOptions({ input: {}, staleTime: 0 }));
  const [picked, setPicked] = useState<string | null>(null);
  const [going, setGoing] = useState(false);
  if (going && picked)
    return (
      <Doorway wide title={words.restoreTitle} intro={words.restoreIntro}>
        <RestoreSteps backup={picked} back={() => setGoing(false)} done={done} />
      </Doorway>
    );
  return (
    <Doorway wide title={words.restoreTitle} intro={words.restoreIntro}>
      <div className={styles['form']}>
        <Answer query={found}>
          {(backups) =>
            backups.length === 0 ? (
              <EmptyState title={words.restoreNone} hint={words.restoreNoneHint} />
            ) : (
              <Radio.Group label={words.pick} value={picked} onChange={setPicked}>
                <div className={styles['choices']}>
                  {backups.map((backup) => (
                    <Choice key={backup.token} backup={backup} />
                  ))}
                </div>
              </Radio.Group>
            )
          }
        </Answer>
        <div className={styles['acts']}>
          <Button disabled={picked === null} onClick={() => setGoing(true)}>
            {words.restore}
          </Button>
          <Button variant="default" loading={found.isFetching} onClick={() => void found.refetch()}>
            {words.chooseAgain}
          </Button>
          <Button variant="default" onClick={back}>
            {words.back}
          </Button>
        </div>
      </div>
    </Doorway>
  );
}

function Choice({ backup }: { readonly backup: Backup }) {
  const words = useWords().backup;
  const language = useLanguage();
  const label = fill(words.pickLine, {
    centre: backup.centre,
    when: backup.madeAt ? instantText(backup.madeAt, language) : words.unknownTime,
    place: backup.place,
  });
  return (
    <label className={styles['choice']}>
      <Radio
        value={backup.token}
        aria-label={label}
        disabled={backup.state !== 'ours' && backup.state !== 'other-key'}
      />
      <span>{label}</span>
      <StatusBadge tone={tones[backup.state]}>{words.states[backup.state]}</StatusBadge>
    </label>
  );
}
