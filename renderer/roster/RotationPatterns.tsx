import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { patternCells, readPattern } from '../../shared/roster/rotation.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { RotationLetters } from './RotationLetters.tsx';
import styles from './requests.module.css';

export type Pattern = Awaited<ReturnType<typeof api.roster.rotation.list>>['patterns'][number];

/** The patterns of the house as the grid shows them; each may be corrected, and taken out of use when nobody follows it. */
export function RotationPatterns({ patterns }: { readonly patterns: readonly Pattern[] }) {
  const texts = useWords().rosterRequests;
  const mayWrite = useMay('roster.write');
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <>
      {patterns.length === 0 && <EmptyState title={texts.patternEmpty} hint={texts.patternEmptyHint} />}
      {patterns.map((pattern) =>
        editing === pattern.id ? (
          <PatternForm key={pattern.id} pattern={pattern} done={() => setEditing(null)} />
        ) : (
          <PatternLine
            key={pattern.id}
            pattern={pattern}
            onEdit={mayWrite ? () => setEditing(pattern.id) : undefined}
          />
        ),
      )}
      {mayWrite && editing === null && <PatternForm key={patterns.length} pattern={null} />}
    </>
  );
}

function PatternLine({
  pattern,
  onEdit,
}: {
  readonly pattern: Pattern;
  readonly onEdit?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().rosterRequests;
  const retire = useCommand(api.roster.rotation.retire);
  const cells = patternCells(pattern.cells);
  return (
    <div className={styles['pattern']}>
      <div>
        <strong>{pattern.name}</strong>
        <p className={styles['where']}>
          {[
            t(($) => $.rosterRequests.patternLength, { count: cells.length }),
            t(($) => $.rosterRequests.patternPeople, { count: pattern.people }),
            t(($) => $.rosterRequests.patternBy, {
              day: shortDayText(dayAt(Date.parse(pattern.at)), language),
              by: pattern.by,
            }),
          ].join(' · ')}
        </p>
      </div>
      <RotationLetters cells={cells} />
      {onEdit && (
        <span className={styles['patternActs']}>
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {texts.patternEdit}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="brick"
            loading={retire.running}
            onClick={() => void retire.run({ id: pattern.id })}
          >
            {texts.patternRetire}
          </Button>
        </span>
      )}
    </div>
  );
}

function PatternForm({ pattern, done }: { readonly pattern: Pattern | null; readonly done?: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().rosterRequests;
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  const [name, setName] = useState(pattern?.name ?? '');
  const [typed, setTyped] = useState(pattern?.cells ?? '');
  const cells = readPattern(typed, new Set(shifts.map(({ code }) => code)));
  const save = useCommand(api.roster.rotation.save, {
    notify: false,
    done: () => {
      setName('');
      setTyped('');
      done?.();
    },
  });
  return (
    <form
      className={styles['patternForm']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && typed.trim() !== '')
          void save.run({ id: pattern?.id ?? null, name, cells: typed });
      }}
    >
      <TextInput
        label={texts.patternName}
        maxLength={24}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={texts.patternCells}
        placeholder="DDDN--"
        maxLength={120}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant={pattern ? 'filled' : 'default'}
        loading={save.running}
        disabled={name.trim() === '' || typed.trim() === ''}
      >
        {pattern ? texts.patternSave : texts.patternAdd}
      </Button>
      {pattern && (
        <Button variant="default" onClick={done}>
          {t(($) => $.kit.cancel)}
        </Button>
      )}
      <div className={styles['whole']}>
        {cells ? <RotationLetters cells={cells} /> : <p className={styles['quiet']}>{texts.rotationHint}</p>}
        <RefusalNotice refusal={save.refusal} />
      </div>
    </form>
  );
}
