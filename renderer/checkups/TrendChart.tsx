import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText, shortDayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './checkups.module.css';
import {
  linesOf,
  measureName,
  rangeOfLine,
  shownAt,
  unitOf,
  valueAt,
  type Measure,
  type Trend,
} from './trend-measures.ts';

type Props = { readonly trend: Trend; readonly measure: Measure; readonly label: string };

const COLOURS = ['pine.7', 'persimmon.7'];
const DASHES = ['0', '6 4'];

const instantOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10) as Day;

/** The drawn trend, on a true time axis. The table below it says the same in numbers, so to a screen reader it is one picture. */
export function TrendChart({ trend, measure, label }: Props) {
  const language = useLanguage();
  const words = useWords().checkups;
  const lines = linesOf(measure, words);
  const data = trend.points
    .filter((point) => lines.some(({ key }) => valueAt(point, key) !== null))
    .map((point) => ({
      at: instantOf(point.day),
      ...Object.fromEntries(
        lines.map(({ key }) => {
          const value = valueAt(point, key);
          return [key, value === null ? null : Number(shownAt(key, value))];
        }),
      ),
    }));
  const years = new Set(trend.points.map(({ day }) => day.slice(0, 4)));
  const tickText = years.size > 1 ? dayText : shortDayText;
  const bounds = lines.flatMap(({ key, name }, index) => {
    const range = rangeOfLine(key, trend.ranges);
    if (!range) return [];
    // The ends of two ranges may lie close together (systolic from 90, diastolic to 89): their names stand at different sides.
    return (['lowest', 'highest'] as const).map((end) => ({
      y: Number(shownAt(key, range[end])),
      label: `${lines.length > 1 ? name : words.usualBand} ${shownAt(key, range[end])}`,
      color: index === 0 ? 'pine.4' : 'persimmon.4',
      labelPosition: end === 'lowest' ? ('insideBottomLeft' as const) : ('insideTopRight' as const),
    }));
  });
  return (
    <div role="img" aria-label={label} className={styles['chart']}>
      <LineChart
        h="19rem"
        data={data}
        dataKey="at"
        series={lines.map(({ key, name }, index) => ({
          name: key,
          label: index === 0 ? name : fill(words.dashedLine, { name }),
          color: COLOURS[index] ?? 'slate.7',
          strokeDasharray: DASHES[index] ?? '0',
        }))}
        curveType="linear"
        connectNulls
        withLegend={lines.length > 1}
        referenceLines={bounds}
        xAxisLabel={words.day}
        yAxisLabel={`${measureName(measure, words)} ${unitOf(measure, words)}`}
        xAxisProps={{
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          padding: { left: 24, right: 24 },
          tickFormatter: (at: number) => tickText(dayOf(at), language),
        }}
        yAxisProps={{ domain: ['auto', 'auto'], width: 64 }}
        tooltipProps={{
          labelFormatter: (at) => (typeof at === 'number' ? dayText(dayOf(at), language) : at),
        }}
        tooltipAnimationDuration={0}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
