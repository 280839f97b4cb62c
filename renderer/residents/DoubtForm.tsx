import { Autocomplete, Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt, ResidentFile } from '../../shared/residents/contract.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { DoubtValue } from './DoubtValue.tsx';
import { doubtWord, fieldWord, valueWord } from './resident-words.ts';
import styles from './residents.module.css';

type Props = { readonly doubt: Doubt; readonly file: ResidentFile; readonly mayWrite: boolean };

/** One doubt: what was written and why it cannot be, and the place to write what is right. */
export function DoubtForm({ doubt, file, mayWrite }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().residents;
  const field = fieldWord(texts, doubt.field);
  const [value, setValue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [certificateDiffers, setCertificateDiffers] = useState(false);
  const resolve = useCommand(api.residents.resolveDoubt, {
    notify: false,
    done: ({ standing }) =>
      announce(
        standing === 'registered'
          ? t(($) => $.residents.doubtRegistered, { name: file.name })
          : t(($) => $.residents.doubtDone, { field }),
      ),
  });
  const differs = isFailure(resolve.refusal) && resolve.refusal.code === 'CERTIFICATE_DIFFERS';
  const source = doubt.source === 'admission' ? texts.doubtSourceAdmission : doubt.source;
  return (
    <form
      className={styles['doubt']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void resolve.run({ doubtId: doubt.id, value, certificateDiffers, reason: reason.trim() });
      }}
    >
      <div className={styles['doubtHead']}>
        <h3 className={styles['doubtTitle']}>{field}</h3>
        <StatusBadge tone="attention">{doubtWord(texts, doubt.kind)}</StatusBadge>
      </div>
      <p className={styles['raw']}>
        {texts.doubtRaw} <mark>{doubt.raw || texts.doubtRawEmpty}</mark> · {texts.doubtSource} {source}
      </p>
      {doubt.proposal !== null && (
        <p className={styles['raw']}>
          {texts.doubtProposal} <strong>{valueWord(texts, doubt.field, doubt.proposal, language)}</strong>{' '}
          {mayWrite && (
            <Button size="compact-sm" variant="light" onClick={() => setValue(doubt.proposal)}>
              {texts.doubtUse}
            </Button>
          )}
        </p>
      )}
      {mayWrite && (
        <>
          <div className={styles['mend']}>
            <DoubtValue field={doubt.field} label={texts.doubtValue} value={value} onChange={setValue} />
            <Autocomplete
              label={texts.doubtReason}
              placeholder={texts.doubtReasonHint}
              maxLength={200}
              data={Object.values(texts.reasons)}
              value={reason}
              onChange={setReason}
            />
            <div className={styles['mendAct']}>
              <Button type="submit" loading={resolve.running} disabled={reason.trim() === ''}>
                {texts.doubtSave}
              </Button>
            </div>
          </div>
          {(differs || certificateDiffers) && (
            <Checkbox
              label={texts.certificateDiffers}
              description={texts.certificateDiffersHint}
              checked={certificateDiffers}
              onChange={(event) => setCertificateDiffers(event.currentTarget.checked)}
            />
          )}
          <RefusalNotice refusal={resolve.refusal} />
        </>
      )}
    </form>
  );
}
