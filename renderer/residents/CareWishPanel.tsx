import { Button, Input, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { intimateCares, wishSpeakers, type CareWish } from '../../shared/residents/wish-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { Panel } from '../kit/Panel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { dayWord, instantWord } from './resident-words.ts';
import styles from './residents.module.css';

type Props = { readonly file: Pick<ResidentFile, 'id' | 'leftOn'> };

/** What a resident asks for in intimate care: the wish that counts, who said it and who wrote it down, and the earlier ones. */
export function CareWishPanel({ file }: Props) {
  const { t } = useTranslation();
  const mayWrite = useMay('wishes.write');
  const list = useQuery(requests.residents.wish.of.queryOptions({ input: { residentId: file.id } }));
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t(($) => $.careWish.title)}>
      <Answer query={list}>
        {({ now, earlier }) => (
          <>
            {now ? <WishLine wish={now} /> : <p className={styles['quiet']}>{t(($) => $.careWish.none)}</p>}
            {earlier.length > 0 && (
              <details>
                <summary>{t(($) => $.careWish.earlier, { count: earlier.length })}</summary>
                {earlier.map((wish) => (
                  <WishLine key={wish.id} wish={wish} />
                ))}
              </details>
            )}
            <p className={styles['small']}>{t(($) => $.careWish.hint)}</p>
            {mayWrite && file.leftOn === null && (
              <div className={styles['acts']}>
                <Button variant="default" onClick={() => setOpen(true)}>
                  {now ? t(($) => $.careWish.change) : t(($) => $.careWish.record)}
                </Button>
              </div>
            )}
          </>
        )}
      </Answer>
      {isOpen && <RecordWish residentId={file.id} close={() => setOpen(false)} />}
    </Panel>
  );
}

function WishLine({ wish }: { readonly wish: CareWish }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().careWish;
  const said = t(($) => $.careWish.said, {
    by: texts.saidBy[wish.saidBy],
    on: dayWord(wish.saidOn, language) ?? '',
  });
  const recorded = t(($) => $.careWish.recorded, {
    by: wish.recordedBy,
    on: instantWord(wish.recordedAt, language),
  });
  return (
    <p className={styles['wish']}>
      <strong>{texts.values[wish.intimateCare]}</strong>
      {wish.note && <span>{wish.note}</span>}
      <small>
        {said} · {recorded}
      </small>
    </p>
  );
}

function RecordWish({ residentId, close }: { readonly residentId: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().careWish;
  const today = useToday();
  const [intimateCare, setIntimateCare] = useState<CareWish['intimateCare']>('same-sex');
  const [saidBy, setSaidBy] = useState<CareWish['saidBy']>('resident');
  const [saidOn, setSaidOn] = useState<Day | null>(today);
  const [note, setNote] = useState('');
  const record = useCommand(api.residents.wish.record, {
    notify: false,
    done: () => {
      announce(texts.saved);
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={texts.title}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (saidOn) void record.run({ residentId, intimateCare, saidBy, saidOn, note });
        }}
      >
        <Input.Wrapper label={texts.value} labelElement="div">
          <SegmentedControl
            aria-label={texts.value}
            fullWidth
            data={intimateCares.map((value) => ({ value, label: texts.values[value] }))}
            value={intimateCare}
            onChange={setIntimateCare}
          />
        </Input.Wrapper>
        <Input.Wrapper label={texts.speaker} labelElement="div">
          <SegmentedControl
            aria-label={texts.speaker}
            fullWidth
            data={wishSpeakers.map((value) => ({ value, label: texts.saidBy[value] }))}
            value={saidBy}
            onChange={setSaidBy}
          />
        </Input.Wrapper>
        <DayInput label={texts.saidOn} required value={saidOn} onChange={setSaidOn} />
        <TextInput
          label={texts.note}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <RefusalNotice refusal={record.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={record.running} disabled={saidOn === null}>
            {t(($) => $.kit.save)}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
