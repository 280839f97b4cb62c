import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../kit/Answer.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { hoursOf, signed } from './repair-words.ts';
import { slotKey, type Found, type SickCallAsked, type Slot } from './repair-types.ts';
import { useShiftWord } from './RepairShift.tsx';
import { blockedText } from './request-words.ts';
import styles from './repair.module.css';

type Props = {
  readonly call: SickCallAsked;
  readonly found: Found;
  /** By slot: who was chosen for it. */
  readonly picked: ReadonlyMap<string, string>;
  readonly onPick: (slot: Slot, caregiverId: string) => void;
};

/** For each vacant shift everybody who could take it, best first, then the others with what forbids it. */
export function RepairSlots({ call, found, picked, onPick }: Props) {
  const words = useWords().rosterRepair;
  const shiftWord = useShiftWord();
  const [place, setPlace] = useState(0);
  const slot = found.vacated[place] ?? found.vacated[0];
  if (!slot) return null;
  return (
    <>
      <p className={styles['hint']}>{words.slotHint}</p>
      <div className={styles['slotTabs']}>
        {found.vacated.map((one, index) => (
          <Button
            key={slotKey(one)}
            size="xs"
            variant={index === place ? 'filled' : 'default'}
            aria-pressed={index === place}
            onClick={() => setPlace(index)}
          >
            {shiftWord(one)}
          </Button>
        ))}
      </div>
      <People
        key={slotKey(slot)}
        call={call}
        slot={slot}
        rest={found.restBetweenShifts}
        picked={picked.get(slotKey(slot)) ?? null}
        onPick={(id) => onPick(slot, id)}
      />
    </>
  );
}

function People({
  call: { caregiverId, startsOn, endsOn },
  slot,
  rest,
  picked,
  onPick,
}: {
  readonly call: SickCallAsked;
  readonly slot: Slot;
  readonly rest: number;
  readonly picked: string | null;
  readonly onPick: (caregiverId: string) => void;
}) {
  const { t } = useTranslation();
  const all = useWords();
  const words = all.rosterRepair;
  const mayWrite = useMay('roster.write');
  const shiftWord = useShiftWord();
  const list = useQuery(
    requests.roster.repair.replacements.queryOptions({ input: { caregiverId, startsOn, endsOn, ...slot } }),
  );
  return (
    <Answer query={list}>
      {(people) => {
        const able = people.filter(({ by }) => by === null);
        const blocked = people.filter(({ by }) => by !== null);
        return (
          <>
            <table className={styles['slots']}>
              <thead>
                <tr>
                  <th>{words.slotColumns.caregiver}</th>
                  <th className={styles['number']}>{words.slotColumns.month}</th>
                  <th className={styles['number']}>{words.slotColumns.overtime}</th>
                  <th className={styles['number']}>{words.slotColumns.nights}</th>
                  <th>{words.slotColumns.state}</th>
                  <th>
                    <VisuallyHidden>{words.slotPick}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {able.map((one, index) => (
                  <tr key={one.caregiverId}>
                    <td>{one.caregiver}</td>
                    <td className={styles['number']}>
                      {t(($) => $.rosterRepair.units.hours, { hours: String(hoursOf(one.minutes)) })}
                    </td>
                    <td className={styles['number']}>
                      {t(($) => $.rosterRepair.units.hours, { hours: signed(hoursOf(one.overtime)) })}
                    </td>
                    <td className={styles['number']}>{one.nights}</td>
                    <td>
                      <StatusBadge tone="good">{index === 0 ? words.slotBest : words.slotMay}</StatusBadge>
                    </td>
                    <td className={styles['number']}>
                      {mayWrite && (
                        <Button
                          size="compact-sm"
                          variant={picked === one.caregiverId ? 'filled' : 'default'}
                          aria-pressed={picked === one.caregiverId}
                          aria-label={t(($) => $.rosterRepair.slotPickOf, {
                            act: picked === one.caregiverId ? words.slotPicked : words.slotPick,
                            name: one.caregiver,
                            slot: shiftWord(slot),
                          })}
                          onClick={() => onPick(one.caregiverId)}
                        >
                          {picked === one.caregiverId ? words.slotPicked : words.slotPick}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {blocked.length > 0 && (
              <details className={styles['more']} open={able.length === 0}>
                <summary>{t(($) => $.rosterRepair.slotMore, { count: blocked.length })}</summary>
                <table className={styles['slots']}>
                  <tbody className={styles['blocked']}>
                    {blocked.map(({ caregiverId: id, caregiver, by }) => (
                      <tr key={id}>
                        <td>{caregiver}</td>
                        <td>{by !== null && blockedText(all.roster, by, rest)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </details>
            )}
          </>
        );
      }}
    </Answer>
  );
}
