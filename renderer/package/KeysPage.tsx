import { useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import { CountyKey } from './CountyKey.tsx';
import { KeyChange, KeyLost } from './KeyChange.tsx';
import { SecondSignature } from './SecondSignature.tsx';
import { SigningKey } from './SigningKey.tsx';
import styles from './package.module.css';

/** The two keys of the monthly report, set up once with the county: theirs to encrypt for, ours to sign with. */
export function KeysPage() {
  const { packages: words, packageLife: life } = useWords();
  const keys = useQuery(requests.package.keys.queryOptions({ input: {} }));
  return (
    <Page title={words.keysTitle}>
      <Answer query={keys}>
        {({ county, countySigner, signing, nextSigning }) => (
          <div className={styles['panels']}>
            <Panel title={life.card.title}>
              <CountyKey county={county} countySigner={countySigner} />
            </Panel>
            <Panel title={words.signing.title}>
              <SigningKey signing={signing} />
            </Panel>
            {signing && (
              <>
                <Panel title={life.rotation.title}>
                  <KeyChange nextSigning={nextSigning} />
                </Panel>
                <Panel title={life.second.title}>
                  <SecondSignature />
                </Panel>
                <Panel title={life.lost.title}>
                  <KeyLost />
                </Panel>
              </>
            )}
          </div>
        )}
      </Answer>
    </Page>
  );
}
