import { Button, Group, Loader, Modal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { monthText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { gapOf } from '../../shared/roster/gap.ts';
import { FigureStrip } from '../kit/FigureStrip.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { GenerateChart } from './GenerateChart.tsx';
import { GenerateLists } from './GenerateLists.tsx';
import { GenerateRemarks } from './GenerateRemarks.tsx';
import { useGapText } from './gap-text.ts';
import type { Generating, Making } from './use-generating.ts';
import styles from './generate.module.css';

type Props = {
  readonly generating: Generating;
  readonly view: RosterView;
  readonly again: () => void;
};

/** How the making of a roster goes, with the ways to end it. */
export function GenerateDialog({ generating, view, again }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { making, stop, close } = generating;
  return (
    <Modal
      opened={making !== null}
      onClose={close}
      size="44rem"
      closeOnClickOutside={false}
      withCloseButton={false}
      title={making && t(($) => $.rosterGenerate.title, { month: monthText(making.month, language) })}
    >
      {making && (
        <>
          <Stage making={making} />
          <Figures making={making} />
          <Chart making={making} />
          <GenerateRemarks remarks={making.progress?.remarks ?? []} view={view} />
          {making.progress?.standing && <GenerateLists standing={making.progress.standing} view={view} />}
          <Acts {...{ making, stop, close, again }} />
        </>
      )}
    </Modal>
  );
}

function Stage({ making: { stage, progress, kept } }: { readonly making: Making }) {
  const { t } = useTranslation();
  const texts = useWords().rosterGenerate;
  const sentence = {
    working: progress?.points.length ? texts.working : texts.starting,
    stopping: texts.stopping,
    saving: texts.saving,
    kept: t(($) => $.rosterGenerate.kept, { version: kept?.view.roster?.version ?? 0 }),
  }[stage];
  return (
    <div className={styles['stage']}>
      {stage !== 'kept' && <Loader size="1rem" aria-hidden />}
      <span role="status">{sentence}</span>
      {stage !== 'kept' && <small>{texts.hint}</small>}
    </div>
  );
}

function Figures({ making: { progress } }: { readonly making: Making }) {
  const { t } = useTranslation();
  const texts = useWords().rosterGenerate;
  const gapText = useGapText();
  const last = progress?.points.at(-1);
  const bound = last?.bound == null ? texts.nothing : Math.max(0, Math.floor(last.bound * 10) / 10);
  return (
    <FigureStrip
      figures={[
        {
          label: texts.figures.gap,
          value: last ? gapText(gapOf(last.cost, last.bound)) : texts.nothing,
        },
        { label: texts.figures.cost, value: last?.cost ?? texts.nothing },
        { label: texts.figures.bound, value: bound },
        {
          label: texts.figures.open,
          value: progress?.standing
            ? t(($) => $.rosterGenerate.openValue, { count: progress.standing.open })
            : texts.nothing,
        },
        {
          label: texts.figures.seconds,
          value: t(($) => $.rosterGenerate.secondsValue, { seconds: Math.round(progress?.seconds ?? 0) }),
        },
      ]}
    />
  );
}

function Chart({ making: { progress } }: { readonly making: Making }) {
  const { t } = useTranslation();
  const texts = useWords().rosterGenerate;
  const last = progress?.points.at(-1);
  const now =
    last &&
    t(($) => $.rosterGenerate.chartNow, {
      seconds: Math.round(progress?.seconds ?? 0),
      cost: last.cost,
      bound: last.bound === null ? texts.nothing : Math.max(0, Math.floor(last.bound)),
    });
  return (
    <GenerateChart
      points={progress?.points ?? []}
      seconds={progress?.seconds ?? 0}
      label={now ? `${texts.chart}. ${now}` : texts.chart}
    />
  );
}

type ActsProps = Pick<Generating, 'stop' | 'close'> & {
  readonly making: Making;
  readonly again: () => void;
};

function Acts({ making: { stage, progress }, stop, close, again }: ActsProps) {
  const { t } = useTranslation();
  const next = useRef<HTMLButtonElement>(null);
  const mayStop = stage === 'working' && Boolean(progress?.points.length);
  const isKept = stage === 'kept';
  // What comes next is under the Enter key as soon as it can be done; a button that is still disabled takes no focus.
  useEffect(() => {
    if (mayStop || isKept) next.current?.focus();
  }, [mayStop, isKept]);
  if (isKept)
    return (
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={again}>
          {t(($) => $.rosterGenerate.again)}
        </Button>
        <Button ref={next} onClick={close}>
          {t(($) => $.rosterGenerate.look)}
        </Button>
      </Group>
    );
  return (
    <Group justify="flex-end" mt="md">
      <Button variant="default" disabled={stage === 'saving'} onClick={close}>
        {t(($) => $.rosterGenerate.discard)}
      </Button>
      <Button ref={next} disabled={!mayStop} onClick={stop}>
        {t(($) => $.rosterGenerate.stop)}
      </Button>
    </Group>
  );
}
