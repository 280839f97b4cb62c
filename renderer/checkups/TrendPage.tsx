import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { flagsOfValue } from '../../shared/health/judgement.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import type { Column } from '../kit/table.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './checkups.module.css';
import {
  isMeasure,
  linesOf,
  measureName,
  measures,
  rangeOfLine,
  shownAt,
  unitOf,
  valueAt,
  type Measure,
  type Point,
  type Trend,
} from './trend-measures.ts';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }));

const spans = { months3: 92, year: 366, years3: 1096, years10: 3650 } as const;
type Span = keyof typeof spans;
const isSpan = (text: string): text is Span => Object.hasOwn(spans, text);

/** One resident's vital signs over time: a chart, and the same as a table. */
export function TrendPage() {
  const { t } = useTranslation();
  const words = useWords().checkups;
  const [, go] = useLocation();
  const { id = '' } = useParams();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const measure = isMeasure(search.get('measure') ?? '') ? (search.get('measure') as Measure) : 'temperature';
  const span = isSpan(search.get('span') ?? '') ? (search.get('span') as Span) : 'year';
  const from: Day = addDays(today, -spans[span]);
  const trend = useQuery({
    ...requests.checkups.trend.queryOptions({ input: { residentId: id, from, to: today } }),
    placeholderData: keepPreviousData,
  });
  const house = useQuery(requests.checkups.round.queryOptions({ input: { day: today, round: 1 } }));
  const residents = (house.data?.rows ?? []).map(({ residentId, name, bed }) => {
    return { value: residentId, label: bed ? `${bed} ${name}` : name };
  });
  const choose = (next: { measure?: Measure; span?: Span }) => setSearch({ measure, span, ...next });

  return (
    <Page
      title={
        trend.data && trend.data.resident.residentId === id
          ? t(($) => $.checkups.trendFor, { name: trend.data.resident.name })
          : words.trendTitle
      }
      acts={
        <Select
          aria-label={words.chooseResident}
          placeholder={words.chooseResident}
          searchable
          allowDeselect={false}
          value={id}
          data={residents}
          onChange={(picked) => {
            if (picked) go(`/checkups/residents/${picked}?measure=${measure}&span=${span}`);
          }}
        />
      }
    >
      <div className={styles['bar']}>
        <SegmentedControl
          aria-label={words.chooseVital}
          value={measure}
          onChange={(next) => choose({ measure: isMeasure(next) ? next : 'temperature' })}
          data={measures.map((value) => ({ value, label: measureName(value, words) }))}
        />
        <SegmentedControl
          aria-label={words.trendSpan}
          value={span}
          onChange={(next) => choose({ span: isSpan(next) ? next : 'year' })}
          data={Object.keys(spans).map((value) => ({ value, label: words.spans[value as Span] }))}
        />
      </div>
      <Answer query={trend}>{(data) => <TrendOf trend={data} measure={measure} />}</Answer>
    </Page>
  );
}

function TrendOf({ trend, measure }: { readonly trend: Trend; readonly measure: Measure }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().checkups;
  const lines = linesOf(measure, words);
  const [main] = lines;
  const points = trend.points.filter((point) => lines.some(({ key }) => valueAt(point, key) !== null));
  const vital = measureName(measure, words);
  const newest = points.at(-1);
  if (!main || !newest) {
    return (
      <EmptyState
        title={t(($) => $.checkups.trendEmpty, { vital })}
        hint={t(($) => $.checkups.trendEmptyHint)}
      />
    );
  }

  const textOfPoint = (point: Point) =>
    lines
      .map(({ key }) => {
        const value = valueAt(point, key);
        return value === null ? '' : shownAt(key, value);
      })
      .join('/');
  const judgement = (point: Point) => {
    const found = lines.flatMap(({ key, name }) => {
      if (key === 'bodyMassIndex') return [];
      const flags = flagsOfValue(key, point.values[key], trend.ranges, null);
      return flags.map(
        (flag) => `${lines.length > 1 ? `${name} ` : ''}${words.marks[flag]}${words.flags[flag]}`,
      );
    });
    if (found.length > 0) return found.join(words.and);
    return lines.some(({ key }) => rangeOfLine(key, trend.ranges)) ? words.ordinary : words.noRange;
  };
  const values = points.flatMap((point) => valueAt(point, main.key) ?? []);
  const facts = { name: trend.resident.name, vital };
  const columns: readonly Column<Point>[] = [
    {
      key: 'day',
      title: words.day,
      width: 200,
      value: ({ day }) => day,
      cell: ({ day, round }) =>
        round > 1
          ? `${dayText(day, language)} ${t(($) => $.checkups.roundNumber, { round })}`
          : dayText(day, language),
    },
    {
      key: 'value',
      title: `${vital} ${unitOf(measure, words)}`,
      width: 160,
      align: 'end',
      value: textOfPoint,
    },
    { key: 'judgement', title: words.judgement, width: 280, value: judgement },
    { key: 'note', title: words.note, value: ({ note }) => note },
  ];
  return (
    <div className={styles['trend']}>
      <Panel>
        <Suspense fallback={<Waiting />}>
          <TrendChart
            trend={trend}
            measure={measure}
            label={t(($) => $.checkups.trendChart, {
              ...facts,
              count: points.length,
              lowest: shownAt(main.key, Math.min(...values)),
              highest: shownAt(main.key, Math.max(...values)),
              newest: textOfPoint(newest),
            })}
          />
        </Suspense>
      </Panel>
      <DataTable
        label={t(($) => $.checkups.trendTable, facts)}
        rows={points.toReversed()}
        columns={columns}
        rowKey={({ id }) => id}
        height="18rem"
      />
    </div>
  );
}
