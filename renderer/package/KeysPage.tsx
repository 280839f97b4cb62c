import { useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { CountyKey } from './CountyKey.tsx';
import { SigningKey } from './SigningKey.tsx';
import styles from './package.module.css';

/** The two keys of the monthly report, set up once with the county: theirs to encrypt for, ours to sign with. */
export function KeysPage() {
  const words = useWords().packages;
  const keys = useQuery(requests.package.keys.queryOptions({ input: {} }));
  return (
    <Page title={words.keysTitle}>
      <Answer query={keys}>
        {({ county, signing }) => (
          <div className={styles['panels']}>
            <Panel title={words.county.title}>
              <CountyKey county={county} />
            </Panel>
            <Panel title={words.signing.title}>
              <SigningKey signing={signing} />
            </Panel>
          </div>
        )}
      </Answer>
    </Page>
  );
}
