import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { FactList } from '../kit/FactList.tsx';
import { Panel } from '../kit/Panel.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { NEW_CODE_PATH } from './new-code-path.ts';
import styles from './Settings.module.css';

/** Since when the paper code and the data key hold, and the way to a new paper. */
export function KeysPanel() {
  const texts = useWords().keys;
  const language = useLanguage();
  const keys = useQuery(requests.people.keys.queryOptions({ input: {} }));
  const dayOf = (instant: string) => dayText(dayAt(Date.parse(instant)), language);
  return (
    <Panel title={texts.title}>
      <Answer query={keys}>
        {({ recoveryCodeAt, changedAt, changeIsDue, waitsFor }) => (
          <div className={styles['keys']}>
            <FactList
              facts={[
                { label: texts.codeMade, value: dayOf(recoveryCodeAt) },
                { label: texts.keyChanged, value: dayOf(changedAt) },
              ]}
            />
            {changeIsDue && (
              <p className={styles['due']}>
                {waitsFor.length === 0 ? texts.keyDue : fill(texts.waitsFor, { names: waitsFor.join('、') })}
              </p>
            )}
            <p className={styles['note']}>{texts.why}</p>
            <Button component={Link} href={NEW_CODE_PATH} variant="default">
              {texts.newCode}
            </Button>
          </div>
        )}
      </Answer>
    </Panel>
  );
}
