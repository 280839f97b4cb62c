import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetColumns } from '../../shared/health/sheet-draft.ts';
import { dayText, shortDayText } from '../../shared/messages/day-words.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { readChoice, writeChoice } from '../lib/choices.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import {
  confirmText,
  draftOf,
  dropRows,
  typeInto,
  useOtherDrafts,
  useRoundDraft,
  type RoundOf,
} from './drafts.ts';
import { RoundBar } from './RoundBar.tsx';
import type { RoundData } from './round-data.ts';
import { RoundGrid, sheetRows } from './RoundGrid.tsx';
import styles from './checkups.module.css';
import { useLeaveGuard } from './use-leave-guard.ts';

type Props = {
  readonly of: RoundOf;
  readonly data: RoundData;
  readonly mayWrite: boolean;
  readonly onRound: (next: Pick<RoundOf, 'day' | 'round'>) => void;
};

/** One round: what is typed, what can be saved, what must be looked at. */
export function RoundSheet({ of, data, mayWrite, onRound }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [zone, setZone] = useState('');
  const [withHeight, setWithHeight] = useState(false);
  const [enterGoes, setEnterGoes] = useState<'down' | 'right'>(
    readChoice('enter-goes') === 'down' ? 'down' : 'right',
  );
  const [chosenDoer, setDoer] = useState('');
  const drafts = useRoundDraft(of);
  const others = useOtherDrafts(of);
  const record = useCommand(api.checkups.record, { notify: false });

  // The nurse at the keyboard has most often measured herself.
  const doer = data.doers.some(({ id }) => id === chosenDoer)
    ? chosenDoer
    : (data.doers.find(({ id }) => id === of.account)?.id ?? '');
  const all = useMemo(() => sheetRows(data.rows, drafts, data.ranges), [data, drafts]);
  const shown = zone ? all.filter(({ row }) => row.zone === zone) : all;
  const columns = sheetColumns.filter((column) => column !== 'height' || withHeight);
  const count = (state: string) =>
    all.filter(({ row, verdict }) => !row.done && verdict.state === state).length;
  const done = all.filter(({ row }) => row.done).length;
  const [ready, unconfirmed, wrong] = [count('ready'), count('unconfirmed'), count('wrong')];
  const unsaved = all.filter(({ row, verdict }) => !row.done && verdict.state !== 'blank').length;

  const save = async () => {
    // What stands in the store is asked, since a cell that was left just now is not drawn yet.
    const rows = sheetRows(data.rows, draftOf(of), data.ranges).filter(({ row }) => !row.done);
    const toSave = rows.filter(({ verdict }) => verdict.state === 'ready');
    if (toSave.length === 0) return announce(t(($) => $.checkups.nothingReady));
    if (doer === '') return announce(t(($) => $.checkups.needDoer));
    const saved = await record.run({
      day: of.day,
      round: of.round,
      doer,
      rows: toSave.map(({ row, verdict: { values, note, confirmed } }) => {
        return { residentId: row.residentId, values, note, confirmed: [...confirmed] };
      }),
    });
    if (!saved) return undefined;
    dropRows(
      of,
      saved.saved.map(({ residentId }) => residentId),
    );
    const left = rows.filter(({ verdict }) => verdict.state === 'wrong' || verdict.state === 'unconfirmed');
    if (left.length === 0) return announce(t(($) => $.checkups.savedRows, { count: saved.saved.length }));
    const names = left.map(({ row }) => row.name).join(t(($) => $.checkups.and));
    return announce(t(($) => $.checkups.savedSome, { saved: saved.saved.length, count: left.length, names }));
  };

  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  const saveNow = useCallback(async () => {
    const field = document.activeElement;
    // Leaving the cell hands its text over; the same cell then has the focus again.
    if (field instanceof HTMLElement) field.blur();
    await latestSave.current();
    if (field instanceof HTMLElement && field.isConnected) field.focus();
    else document.querySelector<HTMLElement>('[data-entry]')?.focus();
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (mayWrite) void saveNow();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [mayWrite, saveNow]);

  const ask = useCallback(
    (leave: () => void) =>
      modals.openConfirmModal({
        title: t(($) => $.checkups.leaveTitle, { count: unsaved }),
        children: t(($) => $.checkups.leaveText),
        labels: { confirm: t(($) => $.checkups.leaveSave), cancel: t(($) => $.checkups.leaveAnyway) },
        onConfirm: () => void saveNow(),
        onCancel: leave,
      }),
    [t, unsaved, saveNow],
  );
  useLeaveGuard(unsaved > 0, ask);

  const askToDiscard = () =>
    modals.openConfirmModal({
      title: t(($) => $.checkups.discardTitle, { count: unsaved }),
      children: t(($) => $.checkups.discardText),
      labels: { confirm: t(($) => $.checkups.discard), cancel: t(($) => $.kit.cancel) },
      confirmProps: { color: 'brick' },
      onConfirm: () => dropRows(of, draftOf(of).keys()),
    });

  return (
    <Page
      title={t(($) => $.checkups.title)}
      note={
        <span className={styles['counts']} role="status">
          <span>{t(($) => $.checkups.counts, { done, total: all.length })}</span>
          {ready > 0 && (
            <StatusBadge tone="information">{t(($) => $.checkups.countReady, { count: ready })}</StatusBadge>
          )}
          {unconfirmed > 0 && (
            <StatusBadge tone="attention">
              {t(($) => $.checkups.countUnconfirmed, { count: unconfirmed })}
            </StatusBadge>
          )}
          {wrong > 0 && (
            <StatusBadge tone="danger">{t(($) => $.checkups.countWrong, { count: wrong })}</StatusBadge>
          )}
          {!mayWrite && <span>{t(($) => $.checkups.readOnly)}</span>}
        </span>
      }
      acts={
        mayWrite && (
          <>
            {unsaved > 0 && (
              <Button variant="subtle" color="stone" onClick={askToDiscard}>
                {t(($) => $.checkups.discard)}
              </Button>
            )}
            <Button
              leftSection={<IconDeviceFloppy size="1.125rem" aria-hidden />}
              disabled={ready === 0}
              loading={record.running}
              onClick={() => void saveNow()}
            >
              {t(($) => $.checkups.save, { count: ready })}
            </Button>
          </>
        )
      }
    >
      <div className={styles['sheet']}>
        <RoundBar
          data={data}
          day={of.day}
          round={of.round}
          onRound={onRound}
          doer={doer}
          onDoer={setDoer}
          zone={zone}
          onZone={setZone}
          enterGoes={enterGoes}
          onEnterGoes={(next) => {
            setEnterGoes(next);
            writeChoice('enter-goes', next);
          }}
          withHeight={withHeight}
          onWithHeight={setWithHeight}
          mayWrite={mayWrite}
        />
        {others.length > 0 && (
          <p className={styles['counts']}>
            <span className={styles['quiet']}>
              {t(($) => $.checkups.otherDrafts)}
              {others.map((other) => (
                <Button
                  key={`${other.of.day} ${other.of.round}`}
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => onRound(other.of)}
                >
                  {t(($) => $.checkups.otherDraft, {
                    day: shortDayText(other.of.day, language),
                    round: other.of.round,
                    count: other.count,
                  })}
                </Button>
              ))}
            </span>
          </p>
        )}
        {record.refusal !== null && <RefusalNotice refusal={record.refusal} />}
        {all.length === 0 ? (
          <EmptyState title={t(($) => $.checkups.emptyHouse)} hint={t(($) => $.checkups.emptyHouseHint)} />
        ) : (
          <div className={styles['grid']} data-day={dayText(of.day, language)}>
            <RoundGrid
              key={`${of.day} ${of.round} ${zone}`}
              day={of.day}
              round={of.round}
              rows={shown}
              ranges={data.ranges}
              columns={columns}
              readOnly={!mayWrite}
              enterGoes={enterGoes}
              onEdit={(edits) => typeInto(of, edits)}
              onConfirm={(row, column, text) => confirmText(of, row, column, text)}
            />
          </div>
        )}
      </div>
    </Page>
  );
}
