import { Autocomplete, Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { CoverParts } from '../../shared/roster/zone-cover-contract.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CancelButton } from './CancelButton.tsx';
import styles from './roster.module.css';

type Props = { readonly parts: CoverParts; readonly day: Day };

/** Which zone each caregiver belongs to, and what she was trained in. */
export function PartsPeople({ parts, day }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const mayWrite = useMay('roster.write');
  const place = useCommand(api.roster.parts.place);
  const endSkill = useCommand(api.roster.parts.endSkill);
  const zoneName = (id: string | null) => parts.zones.find((zone) => zone.id === id)?.name ?? words.noZone;
  return (
    <>
      <h3 className={styles['listTitle']}>{words.placesTitle}</h3>
      <p className={styles['hint']}>{words.placesHint}</p>
      {mayWrite && <SkillForm parts={parts} />}
      {parts.caregivers.map(({ id, name, zoneId, zoneBy, pairsZoneId, skills }) => (
        <div key={id} className={styles['personLine']}>
          <strong className={styles['personName']}>{name}</strong>
          {parts.zones.length > 0 && (
            <Select
              aria-label={t(($) => $.guards.zoneOf, { name })}
              w="12rem"
              readOnly={!mayWrite}
              data={[
                {
                  value: '',
                  label: t(($) => $.guards.byPairs, {
                    zone: zoneName(pairsZoneId),
                  }),
                },
                ...parts.zones.map((zone) => ({ value: zone.id, label: zone.name })),
              ]}
              value={zoneBy === 'pairs' ? '' : (zoneId ?? '')}
              onChange={(next) => {
                const now = zoneBy === 'pairs' ? '' : zoneId;
                if (next !== null && next !== now)
                  void place.run({ caregiverId: id, zoneId: next || null, from: day });
              }}
            />
          )}
          {skills.map((own) => (
            <span key={own.id} className={styles['skill']}>
              {own.validUntil
                ? t(($) => $.guards.skillShown, {
                    skill: own.skill,
                    until: dayText(own.validUntil, language),
                  })
                : own.skill}
              {mayWrite && (
                <CancelButton
                  label={t(($) => $.guards.endSkill, { skill: own.skill })}
                  onCancel={(reason) => void endSkill.run({ id: own.id, reason })}
                />
              )}
            </span>
          ))}
        </div>
      ))}
    </>
  );
}

function SkillForm({ parts }: { readonly parts: CoverParts }) {
  const { t } = useTranslation();
  const words = useWords().guards;
  const [caregiverId, setCaregiverId] = useState<string | null>(null);
  const [skill, setSkill] = useState('');
  const [validUntil, setValidUntil] = useState<Day | null>(null);
  const add = useCommand(api.roster.parts.addSkill, {
    notify: false,
    done: () => {
      setCaregiverId(null);
      setValidUntil(null);
    },
  });
  const known = [...new Set(parts.caregivers.flatMap((one) => one.skills.map((own) => own.skill)))];
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (caregiverId && skill.trim() !== '')
            void add.run({ caregiverId, skill: skill.trim(), validUntil });
        }}
      >
        <Select
          label={t(($) => $.roster.caregiver)}
          w="8rem"
          searchable
          data={parts.caregivers.map(({ id, name }) => ({ value: id, label: name }))}
          value={caregiverId}
          onChange={setCaregiverId}
        />
        <Autocomplete
          label={words.skill}
          placeholder={words.skillPlace}
          w="14rem"
          maxLength={30}
          data={known}
          value={skill}
          onChange={setSkill}
        />
        <DayInput
          label={words.skillUntil}
          w="9.5rem"
          maxDate={null}
          value={validUntil}
          onChange={setValidUntil}
        />
        <Button
          type="submit"
          variant="default"
          loading={add.running}
          disabled={!caregiverId || skill.trim() === ''}
        >
          {words.addSkill}
        </Button>
      </form>
      <RefusalNotice refusal={add.refusal} />
    </>
  );
}
