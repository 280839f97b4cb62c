import { Button, Drawer, Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { ShownHoliday } from '../../shared/policy/contract.ts';
import { holidayKinds } from '../../shared/policy/holidays.ts';
import { statuses } from '../../shared/policy/parameters.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { ReasonModal } from '../payroll/ReasonModal.tsx';
import styles from './policy.module.css';

type Props = {
  readonly year: number;
  readonly holiday: ShownHoliday | 'new' | null;
  readonly onClose: () => void;
};

/** One day of the holiday table: entered, changed, or taken off with a reason. */
export function HolidayDrawer({ year, holiday, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().policy;
  const known = holiday === 'new' || holiday === null ? null : holiday;
  const [day, setDay] = useState<Day | null>(known?.day ?? null);
  const [draft, setDraft] = useState<Omit<ShownHoliday, 'day'>>(
    known ?? { name: '', kind: 'statutory', status: 'confirmed', source: '' },
  );
  const [dropping, setDropping] = useState(false);
  const put = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const set = useCommand(api.policy.setHoliday, {
    notify: false,
    done: () => {
      if (day) announce(t(($) => $.policy.holidaySaved, { day: dayText(day, language) }));
      onClose();
    },
  });
  const drop = useCommand(api.policy.dropHoliday, { done: onClose });
  return (
    <Drawer
      opened={holiday !== null}
      onClose={onClose}
      position="right"
      title={known ? dayText(known.day, language) : words.addHoliday}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['column']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { name, kind, status, source } = draft;
          if (day) void set.run({ day, name, kind, status, source });
        }}
      >
        {!known && (
          <DayInput
            label={words.day}
            required
            maxDate={null}
            value={day}
            onChange={setDay}
            defaultDate={`${year}-01-01`}
            data-autofocus
          />
        )}
        <TextInput
          label={words.name}
          required
          maxLength={40}
          value={draft.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <Radio.Group
          label={words.kind}
          value={draft.kind}
          onChange={(chosen) => put({ kind: holidayKinds.find((kind) => kind === chosen) ?? 'rest' })}
        >
          {holidayKinds.map((kind) => (
            <Radio
              key={kind}
              mt="xs"
              value={kind}
              label={words.kinds[kind]}
              description={words.kindHints[kind]}
            />
          ))}
        </Radio.Group>
        <Select
          label={words.status}
          allowDeselect={false}
          value={draft.status}
          data={statuses.map((each) => ({ value: each, label: words.statuses[each] }))}
          onChange={(chosen) => put({ status: statuses.find((each) => each === chosen) ?? 'unconfirmed' })}
        />
        <TextInput
          label={words.source}
          required
          maxLength={200}
          placeholder={words.sourcePlaceholder}
          value={draft.source}
          onChange={(event) => put({ source: event.currentTarget.value })}
        />
        <RefusalNotice refusal={set.refusal} />
        <div className={styles['acts']}>
          {known && (
            <Button variant="subtle" color="brick" onClick={() => setDropping(true)}>
              {words.dropHoliday}
            </Button>
          )}
          <Button
            type="submit"
            loading={set.running}
            disabled={!day || draft.name.trim() === '' || draft.source.trim().length < 2}
          >
            {words.save}
          </Button>
        </div>
      </form>
      {dropping && known && (
        <ReasonModal
          title={t(($) => $.policy.dropTitle, { day: dayText(known.day, language) })}
          act={words.dropHoliday}
          running={drop.running}
          onClose={() => setDropping(false)}
          onAct={(reason) => void drop.run({ day: known.day, reason })}
        />
      )}
    </Drawer>
  );
}
