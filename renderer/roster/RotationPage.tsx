import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { Panel } from '../kit/Panel.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { BesideRoster } from './BesideRoster.tsx';
import { useMonthOfAddress } from './month-of-address.ts';
import { RotationPatterns } from './RotationPatterns.tsx';
import { RotationPeople } from './RotationPeople.tsx';
import styles from './requests.module.css';

/** The rhythms of the house, and who follows which; the month is the one that the preview shows. */
export function RotationPage() {
  const texts = useWords().rosterRequests;
  const [, setSearch] = useSearchParams();
  const month = useMonthOfAddress();
  const list = useQuery(requests.roster.rotation.list.queryOptions({ input: {} }));
  return (
    <BesideRoster title={texts.rotationTitle} month={month} onMonth={(next) => setSearch({ month: next })}>
      <Answer query={list}>
        {({ patterns, assignments }) => (
          <div className={styles['rotation']}>
            <Panel title={texts.patterns}>
              <RotationPatterns patterns={patterns} />
            </Panel>
            {patterns.length > 0 && (
              <Panel title={texts.follows}>
                <RotationPeople key={month} month={month} patterns={patterns} assignments={assignments} />
              </Panel>
            )}
          </div>
        )}
      </Answer>
    </BesideRoster>
  );
}
