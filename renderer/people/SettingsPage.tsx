import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fill } from '../../shared/messages/fill.ts';
import { FactList } from '../kit/FactList.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { KeysPanel } from './KeysPanel.tsx';
import styles from './Settings.module.css';

export function SettingsPage() {
  const { centre } = useSession();
  const texts = useWords().people.settings;
  return (
    <Page title={texts.title}>
      <div className={styles['panels']}>
        <Panel title={texts.centre}>
          <FactList
            facts={[
              { label: texts.centreName, value: centre.name },
              { label: texts.code, value: centre.code },
              { label: texts.county, value: `${centre.county} ${centre.countyCode}` },
              { label: texts.township, value: centre.township },
            ]}
          />
        </Panel>
        <Panel title={texts.lock}>
          <IdleForm />
        </Panel>
        <KeysPanel />
      </div>
    </Page>
  );
}

function IdleForm() {
  const { t } = useTranslation();
  const { idleMinutes } = useSession();
  const texts = useWords().people.settings;
  const set = useCommand(api.people.setIdleMinutes);
  const form = useForm({
    initialValues: { minutes: idleMinutes as number | string },
    validate: {
      minutes: (minutes) =>
        Number.isInteger(minutes) && Number(minutes) >= 1 && Number(minutes) <= 120 ? null : texts.idleWrong,
    },
  });
  const save = async (minutes: number) => {
    if (await set.run({ minutes })) announce(fill(texts.idleDone, { minutes }));
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={form.onSubmit(({ minutes }) => void save(Number(minutes)))}
    >
      <NumberInput
        label={texts.idle}
        description={texts.idleHint}
        suffix={texts.minutes}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps('minutes')}
      />
      <Button type="submit" loading={set.running}>
        {t(($) => $.kit.save)}
      </Button>
    </form>
  );
}
