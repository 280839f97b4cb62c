import { ActionIcon, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useTranslation } from 'react-i18next';
import type { BedBoard } from '../../shared/beds/contract.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useWords } from '../lib/words.ts';
import { BedCell } from './BedCell.tsx';
import type { RoomOnBoard } from './rooms.ts';
import styles from './beds.module.css';

type Props = {
  readonly room: RoomOnBoard;
  readonly zones: BedBoard['zones'];
  readonly mixed: boolean;
  /** The bed that was looked for: it is scrolled to and takes the focus. */
  readonly foundBed: string | undefined;
  readonly mayWrite: boolean;
  readonly onPerson: (residentId: string) => void;
  /** A bed was chosen, by pressing it or by dropping somebody on it. */
  readonly onBed: (bedId: string, residentId?: string) => void;
};

/** One room with its beds. */
export function Room({
  room: { room, zoneId, beds },
  zones,
  mixed,
  foundBed,
  mayWrite,
  onPerson,
  onBed,
}: Props) {
  const { t } = useTranslation();
  const texts = useWords().beds;
  const put = useCommand(api.beds.putRoomInZone);
  const title = t(($) => $.beds.putInZone, { room });
  const choices = [...zones.map(({ id, name }) => ({ id, name })), { id: null, name: texts.noZone }];
  return (
    <div className={styles['room']}>
      <div className={styles['roomHead']}>
        <h3>{room}</h3>
        {mixed && <StatusBadge tone="attention">{texts.mixedRoom}</StatusBadge>}
        {mayWrite && zones.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="stone" aria-label={title}>
                <IconDots size="1.125rem" aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{title}</Menu.Label>
              {choices.map(({ id, name }) => (
                <Menu.Item
                  key={id ?? ''}
                  disabled={id === zoneId}
                  onClick={() => void put.run({ room, zoneId: id })}
                >
                  {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {beds.map((bed) => (
        <BedCell
          key={bed.id}
          bed={bed}
          found={bed.id === foundBed}
          mayWrite={mayWrite}
          onPerson={onPerson}
          onBed={onBed}
        />
      ))}
    </div>
  );
}
