import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { ComplaintFile } from '../../shared/complaints/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { FactList } from '../kit/FactList.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { PrintButton } from '../kit/PrintButton.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './complaints.module.css';
import { entryFacts } from './entry-facts.tsx';
import { Handling } from './Handling.tsx';

/** One complaint: what was brought and, for the director, how it is handled. */
export function ComplaintPage() {
  const { id = '' } = useParams<{ id: string }>();
  const texts = useWords().complaints;
  const mayPrint = useMay('complaints.handle');
  const file = useQuery(requests.complaints.open.queryOptions({ input: { id } }));
  const state = file.data?.handling?.state;
  return (
    <Page
      title={texts.title}
      note={
        state && (
          <StatusBadge tone={state === 'open' ? 'information' : 'good'}>{texts.states[state]}</StatusBadge>
        )
      }
      acts={mayPrint && file.data && <PrintButton href={`/print/complaint/${id}`} />}
    >
      <Answer query={file}>{(data) => <Parts file={data} />}</Answer>
    </Page>
  );
}

function Parts({ file }: { readonly file: ComplaintFile }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <div className={styles['file']}>
      <Panel title={words.complaints.entry}>
        <FactList facts={entryFacts(file, words, language)} />
      </Panel>
      <Panel title={words.complaints.handling}>
        {file.handling ? (
          <Handling id={file.id} happenedOn={file.happenedOn} handling={file.handling} />
        ) : (
          <p className={styles['quiet']}>{words.complaints.handlingHidden}</p>
        )}
      </Panel>
    </div>
  );
}
