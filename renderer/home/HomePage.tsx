import { useState } from 'react';
import { fill } from '../../shared/messages/fill.ts';
import { LastBackup } from '../backup/LastBackup.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { useHouseFacts } from './facts.ts';
import { Figures } from './Figures.tsx';
import styles from './Home.module.css';
import { StepList } from './StepList.tsx';
import { stepsFor } from './steps.ts';

const partOfDay = (hour: number) => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');

/** Where the day begins: how the house stands, and what is next for this role. */
export function HomePage() {
  const words = useWords();
  const { me } = useSession();
  const facts = useHouseFacts();
  const [hour] = useState(() => new Date().getHours());
  const steps = stepsFor(me.role, facts);
  return (
    <Page title={fill(words.home.greeting[partOfDay(hour)], { name: me.name })}>
      <Figures facts={facts} />
      <LastBackup />
      {steps.length > 0 && (
        <Panel title={words.home.next}>
          {steps.every(({ state }) => state !== 'now') && (
            <p className={styles['calm']}>{words.home.allDone}</p>
          )}
          <StepList steps={steps} />
        </Panel>
      )}
    </Page>
  );
}
