import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysOf, firstDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { dayText, monthText, shortDayText } from '../../shared/messages/day-words.ts';
import { patternCells, rotationOn, spreadOffsets } from '../../shared/roster/rotation.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { useCaregivers } from './CaregiverSelect.tsx';
import { RotationLetters } from './RotationLetters.tsx';
import type { Pattern } from './RotationPatterns.tsx';
import styles from './requests.module.css';

type Assignment = Awaited<ReturnType<typeof api.roster.rotation.list>>['assignments'][number];

type Props = {
  readonly month: Month;
  readonly patterns: readonly Pattern[];
  readonly assignments: readonly Assignment[];
};

const PREVIEW_DAYS = 14;

/** Who follows which pattern from which place; every choice is saved at once, and the first days of the month are shown. */
export function RotationPeople({ month, patterns, assignments }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const mayWrite = useMay('roster.write');
  const { data: people = [] } = useCaregivers();
  const [startsOn, setStart] = useState<Day>(firstDay(month));
  const [chosen, setChosen] = useState(patterns[0]?.id ?? '');
  const assign = useCommand(api.roster.rotation.assign);
  const assignEverybody = useCommand(api.roster.rotation.assign, {
    done: () => announce(texts.followsSaved),
  });
  const pattern = patterns.find(({ id }) => id === chosen) ?? patterns[0];
  const assignAll = () => {
    if (!pattern) return;
    const offsets = spreadOffsets(people.length, pattern.cells.length);
    void assignEverybody.run({
      patternId: pattern.id,
      startsOn,
      people: people.map(({ id }, index) => ({ caregiverId: id, offset: offsets[index] ?? 0 })),
    });
  };
  const put = (caregiverId: string, patternId: string | null, offset: number) =>
    void assign.run({ patternId, startsOn, people: [{ caregiverId, offset }] });
  return (
    <>
      {mayWrite && people.length > 0 && (
        <div className={styles['followsTools']}>
          <DayInput
            label={texts.followsFrom}
            w="10rem"
            maxDate={null}
            value={startsOn}
            onChange={(day) => day && setStart(day)}
          />
          <NativeSelect
            label={texts.followsPattern}
            value={pattern?.id ?? ''}
            data={patterns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={assignEverybody.running}
            title={t(($) => $.rosterRequests.followsAllHint, { day: dayText(startsOn, language) })}
            onClick={assignAll}
          >
            {texts.followsAll}
          </Button>
        </div>
      )}
      <table className={styles['follows']}>
        <thead>
          <tr>
            <th>{words.roster.caregiver}</th>
            <th>{texts.followsPattern}</th>
            <th>{texts.followsPlace}</th>
            <th>{texts.followsFrom}</th>
            <th>{t(($) => $.rosterRequests.followsPreview, { month: monthText(month, language) })}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name }) => {
            const now = assignments.find(({ caregiverId }) => caregiverId === id);
            const followed = patterns.find((one) => one.id === now?.patternId);
            const cells = followed ? patternCells(followed.cells) : [];
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  {mayWrite ? (
                    <NativeSelect
                      size="xs"
                      aria-label={`${name} ${texts.followsPattern}`}
                      value={followed?.id ?? ''}
                      data={[
                        { value: '', label: texts.followsNone },
                        ...patterns.map((one) => ({ value: one.id, label: one.name })),
                      ]}
                      onChange={(event) => put(id, event.currentTarget.value || null, 0)}
                    />
                  ) : (
                    (followed?.name ?? texts.followsNone)
                  )}
                </td>
                <td>
                  {followed && now && mayWrite && (
                    <NativeSelect
                      size="xs"
                      aria-label={`${name} ${texts.followsPlace}`}
                      value={String(now.offset)}
                      data={cells.map((code, place) => ({
                        value: String(place),
                        label: `${t(($) => $.rosterRequests.followsPlaceOf, { place: place + 1 })} ${code ?? words.roster.rest}`,
                      }))}
                      onChange={(event) => put(id, followed.id, Number(event.currentTarget.value))}
                    />
                  )}
                  {followed &&
                    now &&
                    !mayWrite &&
                    t(($) => $.rosterRequests.followsPlaceOf, { place: now.offset + 1 })}
                </td>
                <td>{now && shortDayText(now.startsOn, language)}</td>
                <td>
                  {now && followed && (
                    <RotationLetters
                      cells={daysOf(month)
                        .slice(0, PREVIEW_DAYS)
                        .map((day) => rotationOn({ cells, offset: now.offset, startsOn: now.startsOn }, day))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
