import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import type { FairnessLedger } from '../../shared/roster/fairness-contract.ts';
import { measures, type Measure } from '../../shared/roster/fairness.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { FigureStrip } from '../kit/FigureStrip.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { PrintButton } from '../kit/PrintButton.tsx';
import { Waiting } from '../kit/Waiting.tsx';
import { requests } from '../lib/api.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { FairnessDrawer } from './FairnessDrawer.tsx';
import { fairnessColumns } from './fairness-columns.tsx';
import {
  chartViews,
  deviation,
  figure,
  signed,
  sourcesText,
  type ChartView,
  type LedgerPerson,
} from './fairness-figures.ts';
import styles from './fairness.module.css';

const FairnessChart = lazy(async () => ({ default: (await import('./FairnessChart.tsx')).FairnessChart }));

const isMeasure = (text: string): text is Measure => (measures as readonly string[]).includes(text);

/** Who did how many nights, weekends, holidays and hours this year, against her share. */
export function FairnessPage() {
  const { t } = useTranslation();
  const words = useWords().fairness;
  const [, go] = useLocation();
  const thisYear = Number(useToday().slice(0, 4));
  const [search, setSearch] = useSearchParams();
  const year = /^20\d\d$/.test(search.get('year') ?? '') ? Number(search.get('year')) : thisYear;
  const wanted = search.get('measure') ?? '';
  const measure: Measure = isMeasure(wanted) ? wanted : 'nights';
  const view: ChartView = search.get('view') === 'deviation' ? 'deviation' : 'both';
  const choose = (next: { year?: number; measure?: string; view?: string }) =>
    setSearch({
      year: String(next.year ?? year),
      measure: next.measure ?? measure,
      view: next.view ?? view,
    });
  const ledger = useQuery({
    ...requests.roster.fairness.year.queryOptions({ input: { year } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={words.title}
      note={
        <span className={styles['note']}>
          <span className={styles['year']}>
            <ActionIcon
              variant="subtle"
              size="2.125rem"
              aria-label={words.previousYear}
              onClick={() => choose({ year: year - 1 })}
            >
              <IconChevronLeft size="1.125rem" aria-hidden />
            </ActionIcon>
            {t(($) => $.fairness.year, { year })}
            <ActionIcon
              variant="subtle"
              size="2.125rem"
              aria-label={words.nextYear}
              disabled={year > thisYear}
              onClick={() => choose({ year: year + 1 })}
            >
              <IconChevronRight size="1.125rem" aria-hidden />
            </ActionIcon>
          </span>
          <SegmentedControl
            aria-label={words.measure}
            value={measure}
            transitionDuration={0}
            onChange={(next) => choose({ measure: next })}
            data={measures.map((value) => ({ value, label: words.measures[value] }))}
          />
        </span>
      }
      acts={<PrintButton href={`/print/fairness/${year}`} />}
    >
      <Answer query={ledger}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyState
              icon={IconScale}
              title={t(($) => $.fairness.empty, { year })}
              hint={words.emptyHint}
              action={<Button onClick={() => go('/roster')}>{words.toRoster}</Button>}
            />
          ) : (
            <Ledger ledger={data} measure={measure} view={view} onView={(next) => choose({ view: next })} />
          )
        }
      </Answer>
    </Page>
  );
}

type LedgerProps = {
  readonly ledger: FairnessLedger;
  readonly measure: Measure;
  readonly view: ChartView;
  readonly onView: (view: string) => void;
};

function Ledger({ ledger, measure, view, onView }: LedgerProps) {
  const { t } = useTranslation();
  const words = useWords().fairness;
  const [open, setOpen] = useState<LedgerPerson | null>(null);
  const facts = { year: ledger.year, measure: words.measures[measure], unit: words.units[measure] };
  const byDeviation = ledger.people.toSorted(
    (a, b) => deviation(measure, b.year[measure]) - deviation(measure, a.year[measure]),
  );
  const spread = (person: LedgerPerson | undefined, sign: 1 | -1) => {
    const off = person ? deviation(measure, person.year[measure]) : 0;
    if (!person || off * sign <= 0) return words.nobody;
    return t(($) => $.fairness.spread, { name: person.name, deviation: signed(off), unit: facts.unit });
  };
  const label = [
    t(($) => (view === 'both' ? $.fairness.chart : $.fairness.deviationChart), facts),
    ledger.people
      .map(({ name, year }) =>
        t(($) => (view === 'both' ? $.fairness.chartLine : $.fairness.deviationLine), {
          name,
          deviation: signed(deviation(measure, year[measure])),
          done: figure(measure, year[measure].done),
          share: figure(measure, year[measure].share),
        }),
      )
      .join(words.linesBetween),
    words.chartEnd,
  ].join('');
  const whole = ledger.months.reduce((sum, month) => sum + month.whole[measure].done, 0);
  return (
    <div className={styles['page']}>
      <FigureStrip
        figures={[
          { label: words.whole, value: `${figure(measure, whole)} ${facts.unit}` },
          { label: words.most, value: spread(byDeviation[0], 1) },
          { label: words.least, value: spread(byDeviation.at(-1), -1) },
        ]}
      />
      <Panel>
        <Suspense fallback={<Waiting />}>
          <FairnessChart
            people={ledger.people}
            measure={measure}
            view={view}
            label={label}
            tools={
              <SegmentedControl
                size="xs"
                aria-label={words.view}
                value={view}
                transitionDuration={0}
                onChange={onView}
                data={chartViews.map((value) => ({ value, label: words.views[value] }))}
              />
            }
          />
        </Suspense>
      </Panel>
      <DataTable
        label={t(($) => $.fairness.table, facts)}
        rows={ledger.people}
        columns={fairnessColumns(ledger, measure, words)}
        rowKey={({ id }) => id}
        onOpen={setOpen}
        openKey={open?.id ?? null}
        height="24rem"
        tools={<span>{sourcesText(ledger, words)}</span>}
      />
      <p className={styles['how']}>{words.how}</p>
      <FairnessDrawer
        ledger={ledger}
        measure={measure}
        person={ledger.people.find(({ id }) => id === open?.id) ?? null}
        close={() => setOpen(null)}
      />
    </div>
  );
}
