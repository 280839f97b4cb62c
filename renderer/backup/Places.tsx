import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { fill } from '../../shared/messages/fill.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import type { Standing } from './Headline.tsx';
import { instantText, sizeText } from './words-of.ts';

type Place = Standing['places'][number];

/** Where backups go: whether it is plugged in, what is free, whether it is worth anything when the disk dies. */
export function Places({ places }: { readonly places: readonly Place[] }) {
  const words = useWords().backup;
  return (
    <>
      <p className={styles['quiet']}>{words.placesWhy}</p>
      {places.length === 0 ? (
        <EmptyState title={words.noPlace} hint={words.noPlaceHint} />
      ) : (
        <ul className={styles['places']}>
          {places.map((place) => (
            <PlaceLine key={place.id} place={place} />
          ))}
        </ul>
      )}
    </>
  );
}

function PlaceLine({ place }: { readonly place: Place }) {
  const { backup: words, kit } = useWords();
  const language = useLanguage();
  const drop = useCommand(api.backup.drop);
  const ask = () =>
    modals.openConfirmModal({
      title: fill(words.dropTitle, { place: place.label }),
      children: words.dropWhy,
      labels: { confirm: words.drop, cancel: kit.cancel },
      onConfirm: () => void drop.run({ id: place.id }),
    });
  const facts = [
    place.lastAt ? fill(words.lastHere, { when: instantText(place.lastAt, language) }) : words.nothingHere,
    ...(place.free === null ? [] : [fill(words.free, { free: sizeText(place.free) })]),
    ...(place.present ? [words.disks[place.disk]] : []),
  ];
  return (
    <li className={styles['place']}>
      <span className={styles['placeName']}>
        {place.label}
        <StatusBadge tone={place.present ? 'good' : 'plain'}>
          {place.present ? words.present : words.absent}
        </StatusBadge>
      </span>
      <span className={styles['placeFacts']} data-poor={place.present && place.disk === 'same'}>
        {facts.join(' · ')}
      </span>
      <span className={styles['placeAct']}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={fill(words.dropTitle, { place: place.label })}
          loading={drop.running}
          onClick={ask}
        >
          {words.drop}
        </Button>
      </span>
    </li>
  );
}
