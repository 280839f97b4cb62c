import { Button, SegmentedControl } from '@mantine/core';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairingBoard } from '../../shared/pairing/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { requests } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ImportLink } from '../residents/ImportLink.tsx';
import { CaregiverCard, type Held } from './CaregiverCard.tsx';
import { EndPairing } from './EndPairing.tsx';
import { PairingFigures } from './PairingFigures.tsx';
import { PairResident } from './PairResident.tsx';
import { SetMost } from './SetMost.tsx';
import { Unpaired } from './Unpaired.tsx';
import styles from './pairing.module.css';

type Caregiver = PairingBoard['caregivers'][number];
type Open =
  | { readonly what: 'pair'; readonly caregiverId?: string; readonly residentId?: string }
  | { readonly what: 'end'; readonly caregiver: Caregiver; readonly held: Held }
  | { readonly what: 'most' };

const shows = ['all', 'free'] as const;

/** Who answers for whom: every caregiver with her places, whoever has nobody beside them, the establishment ratio above. */
export function PairingPage() {
  const { t } = useTranslation();
  const texts = useWords().pairing;
  const mayWrite = useMay('pairing.write');
  const maySet = useMay('settings.manage');
  const board = useQuery(requests.pairing.board.queryOptions({ input: {} }));
  const [open, setOpen] = useState<Open | null>(null);
  const [show, setShow] = useState<(typeof shows)[number]>('all');
  const close = () => setOpen(null);
  const words = { all: texts.showAll, free: texts.showFree };
  return (
    <Page
      title={texts.title}
      acts={
        board.data && maySet ? (
          <Button variant="default" onClick={() => setOpen({ what: 'most' })}>
            {t(($) => $.pairing.most, { most: board.data.most })}
          </Button>
        ) : (
          board.data && t(($) => $.pairing.most, { most: board.data.most })
        )
      }
    >
      <Answer query={board}>
        {(data) =>
          data.caregivers.length === 0 ? (
            <EmptyState
              icon={IconUsersGroup}
              title={texts.empty}
              hint={texts.emptyHint}
              action={mayWrite && <ImportLink />}
            />
          ) : (
            <>
              <PairingFigures board={data} />
              <div className={styles['tools']}>
                <SegmentedControl
                  aria-label={texts.show}
                  value={show}
                  onChange={(value) => setShow(value as (typeof shows)[number])}
                  data={shows.map((value) => ({ value, label: words[value] }))}
                />
              </div>
              <div className={styles['board']}>
                <ul className={styles['caregivers']}>
                  {data.caregivers
                    .filter(({ residents }) => show === 'all' || residents.length < data.most)
                    .map((caregiver) => (
                      <CaregiverCard
                        key={caregiver.id}
                        caregiver={caregiver}
                        most={data.most}
                        mayWrite={mayWrite}
                        onPair={(residentId) =>
                          setOpen({
                            what: 'pair',
                            caregiverId: caregiver.id,
                            ...(residentId === undefined ? {} : { residentId }),
                          })
                        }
                        onEnd={(held) => setOpen({ what: 'end', caregiver, held })}
                      />
                    ))}
                </ul>
                <Unpaired
                  people={data.unpaired}
                  mayWrite={mayWrite}
                  onPerson={(residentId) => setOpen({ what: 'pair', residentId })}
                />
              </div>
              {open?.what === 'pair' && <PairResident board={data} {...open} close={close} />}
              {open?.what === 'end' && (
                <EndPairing caregiver={open.caregiver.name} held={open.held} close={close} />
              )}
              {open?.what === 'most' && <SetMost most={data.most} close={close} />}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
