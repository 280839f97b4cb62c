import { Button, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import type { CoverParts } from '../../shared/roster/zone-cover-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { partText } from './cover-looks.ts';
import { shiftName } from './looks.ts';
import { PartsPeople } from './PartsPeople.tsx';
import { ZoneTable } from './ZoneTable.tsx';
import styles from './roster.module.css';

/** Cover by zone, sex and skill, with what the residents of each zone need beside it. */
export function PartsPanel({ month }: { readonly month: Month }) {
  const words = useWords().guards;
  const mayWrite = useMay('roster.write');
  const day = firstDay(month);
  const parts = useQuery(requests.roster.parts.on.queryOptions({ input: { day } }));
  const shifts = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  return (
    <>
      <h3 className={styles['listTitle']}>{words.partsTitle}</h3>
      <p className={styles['hint']}>{words.partsHint}</p>
      <Answer query={shifts}>
        {(kinds) => (
          <Answer query={parts}>
            {(data) => (
              <>
                <ZoneTable parts={data} shifts={kinds} />
                {mayWrite && <PartForm parts={data} shifts={kinds} day={day} />}
                <RuleList parts={data} shifts={kinds} day={day} />
                <PartsPeople parts={data} day={day} />
              </>
            )}
          </Answer>
        )}
      </Answer>
    </>
  );
}

type Props = {
  readonly parts: CoverParts;
  readonly shifts: readonly HouseShift[];
  /** The first day of the month that is looked at. */
  readonly day: Day;
};

function PartForm({ parts, shifts, day }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const [shift, setShift] = useState(shifts[0]?.code ?? '');
  const [zoneId, setZoneId] = useState('');
  const [sex, setSex] = useState('');
  const [skill, setSkill] = useState('');
  const [minimum, setMinimum] = useState<number | string>(1);
  const [from, setFrom] = useState<Day | null>(day);
  const set = useCommand(api.roster.parts.set, { notify: false });
  const skills = [...new Set(parts.caregivers.flatMap((one) => one.skills.map((own) => own.skill)))];
  const isPart = zoneId !== '' || sex !== '' || skill !== '';
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof minimum !== 'number' || !from || !isPart) return;
          void set.run({
            shift,
            zoneId: zoneId || null,
            sex: sex === 'male' || sex === 'female' ? sex : null,
            skill: skill || null,
            minimum,
            from,
          });
        }}
      >
        <Select
          label={words.shift}
          w="7rem"
          data={shifts.map((kind) => ({ value: kind.code, label: shiftName(kind, language) }))}
          value={shift}
          onChange={(code) => setShift(code ?? shift)}
        />
        <Select
          label={words.zone}
          w="8rem"
          data={[
            { value: '', label: words.everyZone },
            ...parts.zones.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={zoneId}
          onChange={(id) => setZoneId(id ?? '')}
        />
        <Select
          label={words.sex}
          w="6rem"
          data={[
            { value: '', label: words.everySex },
            { value: 'female', label: words.sexes.female },
            { value: 'male', label: words.sexes.male },
          ]}
          value={sex}
          onChange={(one) => setSex(one ?? '')}
        />
        <Select
          label={words.skill}
          w="8rem"
          data={[
            { value: '', label: words.everySkill },
            ...skills.map((one) => ({ value: one, label: one })),
          ]}
          value={skill}
          onChange={(one) => setSkill(one ?? '')}
        />
        <NumberInput
          label={words.atLeast}
          w="6rem"
          min={1}
          max={200}
          allowDecimal={false}
          value={minimum}
          onChange={setMinimum}
        />
        <DayInput label={t(($) => $.roster.from)} w="9.5rem" maxDate={null} value={from} onChange={setFrom} />
        <Button
          type="submit"
          loading={set.running}
          disabled={!isPart || typeof minimum !== 'number' || !from}
        >
          {words.addPart}
        </Button>
      </form>
      <RefusalNotice refusal={set.refusal} />
    </>
  );
}

function RuleList({ parts, shifts, day }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { guards: words, rosterGrid: gridWords } = useWords();
  const mayWrite = useMay('roster.write');
  const set = useCommand(api.roster.parts.set);
  if (parts.rules.length === 0) return <p className={styles['hint']}>{words.partsNone}</p>;
  return parts.rules.map((rule) => {
    const zone = parts.zones.find(({ id }) => id === rule.zoneId)?.name ?? null;
    const kind = shifts.find(({ code }) => code === rule.shift);
    const isFew = rule.among < rule.minimum;
    return (
      <div key={`${rule.shift} ${rule.zoneId} ${rule.sex} ${rule.skill}`} className={styles['entry']}>
        <strong>
          {t(($) => $.guards.partLine, {
            part: partText(gridWords, { zone, sex: rule.sex, skill: rule.skill }, []),
            shift: kind ? shiftName(kind, language) : rule.shift,
            minimum: rule.minimum,
          })}
        </strong>
        <span className={styles['quiet']}>
          {t(($) => $.guards.partSince, { from: dayText(rule.from, language) })}
        </span>
        <StatusBadge tone={isFew ? 'attention' : 'plain'}>
          {t(($) => (isFew ? $.guards.partFew : $.guards.partAmong), { count: rule.among })}
        </StatusBadge>
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="brick"
            onClick={() =>
              void set.run({
                shift: rule.shift,
                zoneId: rule.zoneId,
                sex: rule.sex,
                skill: rule.skill,
                minimum: null,
                from: rule.from > day ? rule.from : day,
              })
            }
          >
            {words.takeBack}
          </Button>
        )}
      </div>
    );
  });
}
