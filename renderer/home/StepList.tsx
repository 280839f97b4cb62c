import { Link } from 'wouter';
import { fill } from '../../shared/messages/fill.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useMayOpen } from '../lib/open-paths.ts';
import { useWords } from '../lib/words.ts';
import { useHomeMonths } from './facts.ts';
import styles from './Home.module.css';
import type { Step } from './steps.ts';

const tones: Record<Step['state'], Tone> = { now: 'attention', waits: 'plain', done: 'good' };

export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords().home;
  const language = useLanguage();
  const mayOpen = useMayOpen();
  const { last, now, next } = useHomeMonths();
  const months = {
    last: monthText(last, language),
    month: monthText(now, language),
    next: monthText(next, language),
  };
  return (
    <ol className={styles['steps']}>
      {steps.map(({ key, state, count, path, month }) => (
        <li key={key} className={styles['step']} data-state={state}>
          <span className={styles['state']}>
            <StatusBadge tone={tones[state]}>{words.states[state]}</StatusBadge>
          </span>
          <strong>{fill(words.steps[key].title, months)}</strong>
          <span className={styles['detail']}>{fill(words.steps[key][state], { count })}</span>
          {mayOpen(path) && (
            <Link
              href={month ? `${path}?month=${{ last, now, next }[month]}` : path}
              className={styles['go']}
              aria-label={`${state === 'now' ? words.go : words.see} ${fill(words.steps[key].title, months)}`}
            >
              {state === 'now' ? words.go : words.see}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
