import { Button } from '@mantine/core';
import IconBed from '@tabler/icons-react/dist/esm/icons/IconBed.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { BedBoard } from '../../shared/beds/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { FigureStrip } from '../kit/FigureStrip.tsx';
import { Page } from '../kit/Page.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { ResidentPanel } from '../residents/ResidentPanel.tsx';
import { AddBeds } from './AddBeds.tsx';
import { AddZone } from './AddZone.tsx';
import { GiveBed } from './GiveBed.tsx';
import { roomsByZone } from './rooms.ts';
import { Room } from './Room.tsx';
import { Unplaced } from './Unplaced.tsx';
import styles from './beds.module.css';

type Open =
  | { readonly what: 'person'; readonly id: string }
  | { readonly what: 'give'; readonly residentId?: string; readonly bedId?: string }
  | { readonly what: 'add-beds' }
  | { readonly what: 'add-zone' };

/** The bed board: every room with who sleeps there; people are put into free beds by dragging, or by pressing the bed. */
export function BedsPage() {
  const words = useWords();
  const texts = words.beds;
  const mayWrite = useMay('beds.write');
  const board = useQuery(requests.beds.board.queryOptions({ input: {} }));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const [, go] = useLocation();
  const { id: foundBed } = useParams<{ id?: string }>();
  const add = (
    <Button
      leftSection={<IconPlus size="1.125rem" aria-hidden />}
      onClick={() => setOpen({ what: 'add-beds' })}
    >
      {texts.add}
    </Button>
  );
  return (
    <Page
      title={texts.title}
      acts={
        mayWrite && (
          <>
            <Button variant="default" onClick={() => setOpen({ what: 'add-zone' })}>
              {texts.addZone}
            </Button>
            {add}
          </>
        )
      }
    >
      <Answer query={board}>
        {(data) =>
          data.beds.length === 0 && data.unplaced.length === 0 ? (
            <EmptyState icon={IconBed} title={texts.empty} hint={texts.emptyHint} action={mayWrite && add} />
          ) : (
            <>
              <BedFigures board={data} />
              <div className={styles['board']}>
                <div>
                  {roomsByZone(data).map(({ zone, rooms }) => (
                    <section key={zone?.id ?? ''} className={styles['zone']}>
                      {(zone !== null || data.zones.length > 0) && (
                        <h2 className={styles['zoneHead']}>
                          {zone?.name ?? texts.noZone}
                          {zone?.disability && <small>{words.residents.disabilities[zone.disability]}</small>}
                        </h2>
                      )}
                      <div className={styles['rooms']}>
                        {rooms.map((room) => (
                          <Room
                            key={room.room}
                            room={room}
                            zones={data.zones}
                            mixed={data.mixedRooms.includes(room.room)}
                            foundBed={foundBed}
                            mayWrite={mayWrite}
                            onPerson={(id) => setOpen({ what: 'person', id })}
                            onBed={(bedId, residentId) =>
                              setOpen({ what: 'give', bedId, ...(residentId ? { residentId } : {}) })
                            }
                          />
                        ))}
                      </div>
                    </section>
                  ))}
                </div>
                <Unplaced
                  people={data.unplaced}
                  mayWrite={mayWrite}
                  onPerson={(residentId) =>
                    mayWrite ? setOpen({ what: 'give', residentId }) : go(`/residents/${residentId}`)
                  }
                />
              </div>
            </>
          )
        }
      </Answer>
      <ResidentPanel id={open?.what === 'person' ? open.id : null} close={close} />
      {open?.what === 'give' && <GiveBed {...open} close={close} />}
      {open?.what === 'add-beds' && <AddBeds close={close} />}
      {open?.what === 'add-zone' && <AddZone close={close} />}
    </Page>
  );
}

function BedFigures({ board: { occupancy, unplaced } }: { readonly board: BedBoard }) {
  const { t } = useTranslation();
  const texts = useWords().beds;
  const { beds, occupied, free, wanted, missing } = occupancy;
  const residents = occupied + unplaced.length;
  return (
    <FigureStrip
      figures={[
        { label: texts.beds, value: beds },
        { label: texts.occupied, value: occupied },
        { label: texts.free, value: free },
        { label: texts.unplacedCount, value: unplaced.length },
        {
          label: texts.spare,
          value: Math.max(0, beds - residents),
          mark: (
            <StatusBadge tone={missing === 0 ? 'good' : 'attention'}>
              {missing === 0 ? texts.spareMet : t(($) => $.beds.spareMissing, { count: missing })}
            </StatusBadge>
          ),
          hint: t(($) => $.beds.spareHint, { residents, wanted }),
        },
      ]}
    />
  );
}
