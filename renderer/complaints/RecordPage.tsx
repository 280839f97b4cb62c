import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ComplaintFields } from './ComplaintFields.tsx';
import styles from './complaints.module.css';
import { emptyDraft, factsOf, wayOf, type FormFacts } from './draft.ts';
import { SealedLetter } from './SealedLetter.tsx';
import { WayNote } from './WayNote.tsx';

/** A complaint is written down: to the director, or sealed to the county where it concerns the director. */
export function RecordPage() {
  const texts = useWords().complaints;
  const facts = useQuery(requests.complaints.form.queryOptions({ input: {} }));
  return (
    <Page title={texts.recordTitle}>
      <Panel>
        <Answer query={facts}>{(data) => <RecordForm facts={data} />}</Answer>
      </Panel>
    </Page>
  );
}

function RecordForm({ facts }: { readonly facts: FormFacts }) {
  const { t } = useTranslation();
  const texts = useWords().complaints;
  const { me, today } = useSession();
  const [, go] = useLocation();
  const form = useForm({ initialValues: emptyDraft(today, me.id) });
  const [letter, setLetter] = useState<Awaited<ReturnType<typeof api.complaints.letters.seal>> | null>(null);
  const record = useCommand(api.complaints.record, {
    notify: false,
    done: () => {
      announce(texts.recorded);
      go('/complaints');
    },
  });
  // What was sealed is gone from this window too, and no page asks again: some looks leave a line in the log.
  const seal = useCommand(api.complaints.letters.seal, {
    notify: false,
    refresh: false,
    done: (sealed) => {
      form.setValues(emptyDraft(today, me.id));
      setLetter(sealed);
    },
  });
  const way = wayOf(form.values, facts, me);
  const complete = factsOf(form.values, facts);
  const send = () => {
    if (!complete) return;
    if (way === 'county') void seal.run(complete);
    if (way === 'centre') void record.run(complete);
  };
  return (
    <form className={styles['form']} noValidate autoComplete="off" onSubmit={form.onSubmit(send)}>
      <ComplaintFields form={form} facts={facts} />
      <WayNote way={way} draft={form.values} />
      <div className={styles['whole']}>
        <RefusalNotice refusal={way === 'county' ? seal.refusal : record.refusal} />
      </div>
      <div className={styles['acts']}>
        <Button
          type="submit"
          disabled={!complete || way === 'nowhere' || way === 'yourself'}
          loading={record.running || seal.running}
        >
          {way === 'county' || way === 'nowhere' ? texts.seal : texts.record}
        </Button>
        <Button variant="default" onClick={() => go('/complaints')}>
          {t(($) => $.kit.cancel)}
        </Button>
      </div>
      {letter && <SealedLetter letter={letter} close={() => go('/complaints')} />}
    </form>
  );
}
