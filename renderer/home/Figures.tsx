import { useWords } from '../lib/words.ts';
import styles from './Home.module.css';
import type { HouseFacts } from './steps.ts';

/** The house in four numbers, as far as this role may know them. */
export function Figures({ facts }: { readonly facts: HouseFacts }) {
  const words = useWords().home.figures;
  const figures = [
    { label: words.inHouse, value: facts.inHouse },
    { label: words.freeBeds, value: facts.freeBeds },
    { label: words.caregivers, value: facts.caregivers },
    { label: words.checkups, value: facts.checkups?.due },
  ].filter(({ value }) => value !== undefined);
  if (figures.length === 0) return null;
  return (
    <dl className={styles['figures']}>
      {figures.map(({ label, value }) => (
        <div key={label} className={styles['figure']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
