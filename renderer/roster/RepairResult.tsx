import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { Panel } from '../kit/Panel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { RepairCards } from './RepairCards.tsx';
import { RepairChanges } from './RepairChanges.tsx';
import { RepairOpen } from './RepairOpen.tsx';
import { RepairSlots } from './RepairSlots.tsx';
import { slotKey, type Choice, type Found, type SickCallAsked } from './repair-types.ts';
import { ShiftWord } from './RepairShift.tsx';
import styles from './repair.module.css';

/** What falls vacant, the alternatives as cards, what the chosen one changes and why, and the button that makes it so. */
export function RepairResult({
  call,
  found,
  onDone,
}: {
  readonly call: SickCallAsked;
  readonly found: Found;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().rosterRepair;
  const [choice, setChoice] = useState<Choice>(0);
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const { vacated, days, alternatives, caregiver } = found;
  const chosen = choice === 'own' ? null : alternatives[choice];
  if (vacated.length === 0)
    return <p className={styles['quiet']}>{t(($) => $.rosterRepair.nothingVacated, { name: caregiver })}</p>;

  return (
    <>
      <p className={styles['vacated']} role="status">
        {t(($) => $.rosterRepair.vacated, { name: caregiver, count: vacated.length })}
        {vacated.map(({ day, shift }) => (
          <StatusBadge key={day} tone="attention">
            <ShiftWord day={day} shift={shift} />
          </StatusBadge>
        ))}
      </p>
      <p className={styles['quiet']}>
        {t(($) => $.rosterRepair.scope, {
          from: shortDayText(days[0] as Day, language),
          until: shortDayText(days.at(-1) as Day, language),
        })}
      </p>
      <RepairCards
        alternatives={alternatives}
        choice={choice}
        onChoose={setChoice}
        picked={picked.size}
        vacated={vacated.length}
      />
      {chosen && (
        <Panel title={words.changes}>
          <RepairChanges alternative={chosen} />
          <RepairOpen open={chosen.open} restBetweenShifts={found.restBetweenShifts} />
          <Accept
            call={call}
            found={found}
            kind={chosen.kinds[0] ?? 'fewest'}
            open={chosen.figures.open}
            changes={chosen.changes.flatMap(({ sick, caregiverId, day, before, after }) =>
              sick ? [] : [{ caregiverId, day, before, after }],
            )}
            onDone={onDone}
          />
        </Panel>
      )}
      <Panel title={words.slotTitle}>
        <RepairSlots
          call={call}
          found={found}
          picked={picked}
          onPick={(slot, id) => {
            setPicked(new Map(picked).set(slotKey(slot), id));
            setChoice('own');
          }}
        />
        {choice === 'own' && (
          <Accept
            call={call}
            found={found}
            kind="own"
            open={vacated.length - picked.size}
            changes={vacated.flatMap((slot) => {
              const caregiverId = picked.get(slotKey(slot));
              return caregiverId === undefined
                ? []
                : [{ caregiverId, day: slot.day, before: null, after: slot.shift }];
            })}
            onDone={onDone}
          />
        )}
      </Panel>
    </>
  );
}

type AcceptInput = Parameters<typeof api.roster.repair.accept>[0];

function Accept({
  call,
  found,
  kind,
  open,
  changes,
  onDone,
}: Pick<AcceptInput, 'kind' | 'changes'> & {
  readonly call: SickCallAsked;
  readonly found: Found;
  readonly open: number;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const words = useWords().rosterRepair;
  const mayWrite = useMay('roster.write');
  const accept = useCommand(api.roster.repair.accept, {
    notify: false,
    done: (out) => {
      const { version } = out;
      announce(
        out.open > 0
          ? t(($) => $.rosterRepair.acceptedOpen, { version, count: out.open })
          : out.unanswered > 0
            ? t(($) => $.rosterRepair.acceptedUnanswered, { version, count: out.unanswered })
            : t(($) => $.rosterRepair.accepted, { version }),
      );
      onDone();
    },
  });
  if (!mayWrite) return null;
  return (
    <>
      <div className={styles['accept']}>
        <Button
          loading={accept.running}
          onClick={() => void accept.run({ ...call, version: found.version, kind, changes: [...changes] })}
        >
          {open > 0 ? t(($) => $.rosterRepair.acceptOpen, { count: open }) : words.accept}
        </Button>
        <span className={styles['quiet']}>{words.acceptHint}</span>
      </div>
      <RefusalNotice refusal={accept.refusal} />
    </>
  );
}
