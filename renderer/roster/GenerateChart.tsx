import type { Point } from '../../shared/roster/generate-contract.ts';
import { useWords } from '../lib/words.ts';
import styles from './generate.module.css';

type Props = { readonly points: readonly Point[]; readonly seconds: number; readonly label: string };

const [WIDTH, HEIGHT] = [600, 120];
/** Costs of the first moments would press everything later against the ground: what is higher is cut off. */
const HIGHEST = 3;

/** The cost as a line that falls in steps, the bound as a broken one that rises; between them lies what could still be gained. */
export function GenerateChart({ points, seconds, label }: Props) {
  const words = useWords().rosterGenerate;
  const last = points.at(-1);
  const begin = points[0]?.seconds ?? 0;
  const end = Math.max(seconds, last?.seconds ?? 0, begin + 1);
  const top = Math.max(1, Math.min(points[0]?.cost ?? 1, (last?.cost ?? 1) * HIGHEST));
  const x = (at: number) => ((at - begin) / (end - begin)) * WIDTH;
  const y = (value: number) => HEIGHT - (Math.min(top, Math.max(0, value)) / top) * (HEIGHT - 4);
  const steps = (values: readonly { seconds: number; value: number }[]) =>
    values
      .map(({ seconds: at, value }, index) =>
        index === 0 ? `M${x(at)},${y(value)}` : `H${x(at)}V${y(value)}`,
      )
      .join('') + (values.length > 0 ? `H${WIDTH}` : '');
  const cost = points.map(({ seconds: at, cost: value }) => ({ seconds: at, value }));
  const bound = points.flatMap(({ seconds: at, bound: value }) =>
    value === null ? [] : [{ seconds: at, value }],
  );
  return (
    <figure className={styles['chart']}>
      <figcaption aria-hidden>
        <span data-line="cost">{words.chartCost}</span>
        <span data-line="bound">{words.chartBound}</span>
      </figcaption>
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path className={styles['ground']} d={`M0,${HEIGHT - 0.5}H${WIDTH}`} />
        <path className={styles['bound']} d={steps(bound)} />
        <path className={styles['cost']} d={steps(cost)} />
      </svg>
    </figure>
  );
}
