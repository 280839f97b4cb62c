import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { sizeText } from './words-of.ts';

/** The sticks and disks that are plugged in now, each with what is free and whether it is a good place. */
export function ChoosePlace({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const { backup: words, kit } = useWords();
  const volumes = useQuery(
    requests.backup.volumes.queryOptions({ input: {}, enabled: opened, staleTime: 0 }),
  );
  const choose = useCommand(api.backup.choose, {
    done: ({ label }) => {
      announce(fill(words.chosenDone, { place: label }));
      close();
    },
  });
  return (
    <Drawer
      opened={opened}
      onClose={close}
      title={words.chooseTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': kit.close }}
    >
      <p className={styles['quiet']}>{words.placesWhy}</p>
      <Answer query={volumes}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words.noPlace} hint={words.chooseNone} />
          ) : (
            <ul className={styles['places']}>
              {found.map((volume) => (
                <li key={volume.token} className={styles['place']}>
                  <span className={styles['placeName']}>{volume.label}</span>
                  <span
                    className={styles['placeFacts']}
                    data-poor={volume.disk === 'same' || !volume.writable}
                  >
                    {[
                      fill(words.free, { free: sizeText(volume.free) }),
                      volume.writable ? words.disks[volume.disk] : words.notWritable,
                    ].join(' · ')}
                  </span>
                  <span className={styles['placeAct']}>
                    {volume.chosen ? (
                      <StatusBadge tone="good">{words.chosen}</StatusBadge>
                    ) : (
                      <Button
                        size="compact-sm"
                        variant={volume.disk === 'same' ? 'default' : 'filled'}
                        disabled={!volume.writable}
                        loading={choose.running}
                        aria-label={`${words.chooseAct} ${volume.label}`}
                        onClick={() => void choose.run({ token: volume.token })}
                      >
                        {words.chooseAct}
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <Button mt="md" variant="default" loading={volumes.isFetching} onClick={() => void volumes.refetch()}>
        {words.chooseAgain}
      </Button>
    </Drawer>
  );
}
