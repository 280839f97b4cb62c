import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestLine } from '../../shared/roster/requests-contract.ts';
import { FactList } from '../kit/FactList.tsx';
import { FilePanel } from '../kit/FilePanel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { Timeline, type TimelineEvent } from '../kit/Timeline.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CancelButton } from './CancelButton.tsx';
import { daysText, momentText, stateTones, whatText } from './request-words.ts';
import { cellsInDraft, RequestsEffect, useEffectOf } from './RequestsEffect.tsx';
import styles from './requests.module.css';

type Props = { readonly line: RequestLine | null; readonly close: () => void };

/** One request: what approving does, the decision, and who did what, when and why. */
export function RequestsPanel({ line, close }: Props) {
  const language = useLanguage();
  const words = useWords();
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  return (
    <FilePanel
      opened={line !== null}
      close={close}
      size="30rem"
      title={line ? `${line.caregiver} · ${whatText(line, words, shifts, language)}` : ''}
    >
      {line && <OneRequest key={line.id} line={line} close={close} />}
    </FilePanel>
  );
}

function OneRequest({ line, close }: { readonly line: RequestLine; readonly close: () => void }) {
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const isOpen = line.state === 'open';
  const effect = useEffectOf(
    isOpen
      ? {
          caregiverId: line.caregiverId,
          kind: line.kind,
          shift: line.shift,
          leaveKind: line.leaveKind,
          startsOn: line.startsOn,
          endsOn: line.endsOn,
        }
      : null,
  );
  return (
    <>
      <Decide line={line} effect={effect} close={close} />
      <FactList
        facts={[
          {
            label: texts.columns.state,
            value: <StatusBadge tone={stateTones[line.state]}>{texts.states[line.state]}</StatusBadge>,
          },
          { label: texts.columns.days, value: daysText(line, words, language) },
          ...(line.kind === 'leave'
            ? []
            : [{ label: texts.columns.weight, value: texts.weights[line.weight] }]),
          { label: texts.columns.note, value: line.note },
        ]}
      />
      {isOpen && <RequestsEffect query={effect} caregiver={line.caregiver} />}
      <h3 className={styles['heading']}>{texts.history}</h3>
      <Timeline events={useEvents(line)} />
    </>
  );
}

function Decide({
  line,
  effect,
  close,
}: {
  readonly line: RequestLine;
  readonly effect: ReturnType<typeof useEffectOf>;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const texts = useWords().rosterRequests;
  const mayWrite = useMay('roster.write');
  const [writes, setWrites] = useState(true);
  const months = effect.data ?? [];
  const cells = cellsInDraft(months);
  const breaks =
    line.kind !== 'leave' &&
    months.some(({ state, touched }) => state === 'draft' && touched.some(({ hard }) => hard));
  const mayChange = cells > 0 && !breaks;
  const approve = useCommand(api.roster.requests.approve, {
    notify: false,
    done: ({ leaveId, changed }) => {
      if (changed > 0) announce(t(($) => $.rosterRequests.approvedChanged, { count: changed }));
      else announce(leaveId === null ? texts.approved : texts.approvedLeave);
      close();
    },
  });
  const decline = useCommand(api.roster.requests.decline, { notify: false, done: close });
  const withdraw = useCommand(api.roster.requests.withdraw, { notify: false, done: close });
  if (!mayWrite || (line.state !== 'open' && line.state !== 'approved')) return null;
  return (
    <>
      <div className={styles['decide']}>
        {line.state === 'open' && (
          <>
            <Button
              data-autofocus
              loading={approve.running}
              disabled={effect.data === undefined}
              onClick={() => void approve.run({ id: line.id, writeDraft: mayChange && writes })}
            >
              {texts.approve}
            </Button>
            <CancelButton
              label={texts.decline}
              onCancel={(reason) => void decline.run({ id: line.id, reason })}
            />
          </>
        )}
        <CancelButton
          label={texts.withdraw}
          onCancel={(reason) => void withdraw.run({ id: line.id, reason })}
        />
      </div>
      {line.state === 'open' && mayChange && (
        <Checkbox
          mb="sm"
          label={t(($) => $.rosterRequests.approveDraft, { count: cells })}
          checked={writes}
          onChange={(event) => setWrites(event.currentTarget.checked)}
        />
      )}
      <RefusalNotice refusal={approve.refusal ?? decline.refusal ?? withdraw.refusal} />
    </>
  );
}

/** Asked, then each decision, the newest first. */
function useEvents(line: RequestLine): TimelineEvent[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().rosterRequests;
  const decided = line.decisions.map(({ state, reason, at, by, leave }, index): TimelineEvent => {
    const details = [
      reason && t(($) => $.rosterRequests.because, { reason }),
      leave && state === 'approved' && (leave.cancelled ? texts.leaveCancelled : texts.leaveMade),
    ].filter(Boolean);
    return {
      key: String(line.decisions.length - index),
      when: momentText(at, language),
      title: t(($) => $.rosterRequests.decidedEvent[state], { by }),
      detail: details.length > 0 ? details.join(' · ') : undefined,
      tone: state === 'declined' ? 'attention' : 'plain',
    };
  });
  const asked: TimelineEvent = {
    key: 'asked',
    when: momentText(line.askedAt, language),
    title: t(($) => $.rosterRequests.askedEvent, { caregiver: line.caregiver }),
    detail: `${texts.facts.typist} ${line.recordedBy}`,
  };
  return [...decided, asked];
}
