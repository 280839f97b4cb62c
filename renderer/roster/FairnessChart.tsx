import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Measure } from '../../shared/roster/fairness.ts';
import { useWords } from '../lib/words.ts';
import { deviation, figure, type ChartView, type LedgerPerson } from './fairness-figures.ts';
import styles from './fairness.module.css';

type Props = {
  readonly people: readonly LedgerPerson[];
  readonly measure: Measure;
  readonly view: ChartView;
  readonly label: string;
  /** At the left of the legend. */
  readonly tools: ReactNode;
};

/** Room for two bars and a name of four characters. */
const REM_A_PERSON = 3.5;
const HATCH = 'fairness-share-hatch';

/** What each did (solid) beside her share (hatched), or how far above (solid) or below it (hatched) she is. The table below says the same in numbers, so to a screen reader it is one picture. */
export function FairnessChart({ people, measure, view, label, tools }: Props) {
  const words = useWords().fairness;
  const isBoth = view === 'both';
  const data = people.map(({ name, year }) => {
    const off = deviation(measure, year[measure]);
    return {
      name,
      solid: isBoth ? figure(measure, year[measure].done) : Math.max(0, off),
      hatched: isBoth ? figure(measure, year[measure].share) : Math.min(0, off),
    };
  });
  const names = isBoth
    ? { solid: words.chartDone, hatched: words.chartShare }
    : { solid: words.chartOver, hatched: words.chartUnder };
  return (
    <>
      <div className={styles['chartHead']}>
        {tools}
        <p className={styles['legend']} aria-hidden>
          <span data-swatch="solid">{names.solid}</span>
          <span data-swatch="hatched">{names.hatched}</span>
        </p>
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      <Box component="section" className={styles['scroll']} tabIndex={0} aria-label={words.title}>
        <div role="img" aria-label={label} style={{ minWidth: `${people.length * REM_A_PERSON}rem` }}>
          <BarChart
            h="14rem"
            data={data}
            dataKey="name"
            type={isBoth ? 'default' : 'stacked'}
            series={[
              { name: 'solid', label: names.solid, color: 'pine.7' },
              { name: 'hatched', label: names.hatched, color: 'persimmon.7' },
            ]}
            barProps={({ name }) => ({
              isAnimationActive: false,
              ...(name === 'hatched' ? { fill: `url(#${HATCH})`, stroke: 'var(--nt-persimmon)' } : {}),
            })}
            xAxisProps={{ interval: 0 }}
            yAxisProps={{ width: 44, allowDecimals: false }}
            tooltipAnimationDuration={0}
          >
            <defs>
              <pattern
                id={HATCH}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" fill="var(--nt-persimmon-tint)" />
                <rect width="2" height="6" fill="var(--nt-persimmon)" />
              </pattern>
            </defs>
          </BarChart>
        </div>
      </Box>
    </>
  );
}
