import { useTranslation } from 'react-i18next';
import type { RepairAlternative } from '../../shared/roster/repair-contract.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useWords } from '../lib/words.ts';
import { hoursOf, signed } from './repair-words.ts';
import type { Choice } from './repair-types.ts';
import styles from './repair.module.css';

type Props = {
  readonly alternatives: readonly RepairAlternative[];
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  /** How many shifts have somebody chosen by hand, of how many. */
  readonly picked: number;
  readonly vacated: number;
};

/** The alternatives side by side, as one choice: arrows move between them. */
export function RepairCards({ alternatives, choice, onChoose, picked, vacated }: Props) {
  const { t } = useTranslation();
  const words = useWords().rosterRepair;
  const spare = alternatives.filter(({ kinds }) => kinds.includes('others'));
  const titles = alternatives.map((one) =>
    spare.length > 1 && spare.includes(one)
      ? t(($) => $.rosterRepair.spare, { kind: words.kinds.others, number: spare.indexOf(one) + 1 })
      : one.kinds.map((kind) => words.kinds[kind]).join(' · '),
  );
  return (
    <div className={styles['cards']} role="radiogroup" aria-label={words.cards}>
      {alternatives.map((one, place) => (
        <label key={titles[place]} className={styles['card']}>
          <span className={styles['cardHead']}>
            <input type="radio" name="repair" checked={choice === place} onChange={() => onChoose(place)} />
            {titles[place]}
            <span>{place === 0 && <StatusBadge tone="good">{words.best}</StatusBadge>}</span>
          </span>
          <span className={styles['cardHint']}>
            {one.kinds.length > 1 ? words.kindsHint : words.kindHints[one.kinds[0] ?? 'fewest']}
          </span>
          <Figures alternative={one} />
        </label>
      ))}
      {picked > 0 && (
        <label className={styles['card']}>
          <span className={styles['cardHead']}>
            <input type="radio" name="repair" checked={choice === 'own'} onChange={() => onChoose('own')} />
            {words.own}
            <span />
          </span>
          <span className={styles['cardHint']}>{words.ownHint}</span>
          {t(($) => $.rosterRepair.ownCount, { chosen: picked, all: vacated })}
        </label>
      )}
    </div>
  );
}

function Figures({ alternative: { figures } }: { readonly alternative: RepairAlternative }) {
  const { t } = useTranslation();
  const words = useWords().rosterRepair;
  const hours = (minutes: number) =>
    t(($) => $.rosterRepair.units.hours, { hours: signed(hoursOf(minutes)) });
  const shifts = (count: number) => t(($) => $.rosterRepair.units.shifts, { size: signed(count) });
  const list: readonly { label: string; value: string; tone?: 'attention' | undefined }[] = [
    {
      label: words.figures.cells,
      value: t(($) => $.rosterRepair.units.cells, { size: String(figures.cells) }),
    },
    {
      label: words.figures.people,
      value: t(($) => $.rosterRepair.units.people, { size: String(figures.people) }),
    },
    {
      label: words.figures.open,
      value: t(($) => $.rosterRepair.units.shifts, { size: String(figures.open) }),
      tone: figures.open > 0 ? 'attention' : undefined,
    },
    { label: words.figures.minutes, value: hours(figures.minutes) },
    {
      label: words.figures.overtime,
      value: hours(figures.overtime),
      tone: figures.overtime > 0 ? 'attention' : undefined,
    },
    { label: words.figures.nights, value: shifts(figures.nights) },
    ...(figures.holidays === 0 ? [] : [{ label: words.figures.holidays, value: shifts(figures.holidays) }]),
  ];
  return (
    <dl className={styles['figures']}>
      {list.map(({ label, value, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-tone={tone}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
