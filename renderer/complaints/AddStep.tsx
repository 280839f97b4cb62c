import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import type { ComplaintFile } from '../../shared/complaints/contract.ts';
import { stepKinds, type StepKind } from '../../shared/complaints/kinds.ts';
import { reasonToRefuseStep } from '../../shared/complaints/steps.ts';
import { fill } from '../../shared/messages/fill.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './complaints.module.css';

type Props = {
  readonly id: string;
  readonly happenedOn: string;
  readonly handling: NonNullable<ComplaintFile['handling']>;
  readonly close: () => void;
};

/** One more step; closing while somebody is still to be told is asked once more, and not barred. */
export function AddStep({ id, happenedOn, handling: { steps, duties }, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().complaints;
  const { me, today } = useSession();
  const possible = stepKinds.filter((kind) => reasonToRefuseStep(kind, steps) === null);
  const form = useForm({
    initialValues: {
      kind: (possible.length === 1 ? (possible[0] ?? null) : null) as StepKind | null,
      on: today as Day | null,
      said: '',
      doer: me.name,
    },
  });
  const add = useCommand(api.complaints.addStep, {
    notify: false,
    done: () => {
      announce(texts.stepAdded);
      close();
    },
  });
  const { kind, on, said, doer } = form.values;
  const send = () => {
    if (!kind || !on) return;
    const step = { id, kind, on, said, doer };
    if (kind !== 'close' || duties.length === 0) return void add.run(step);
    const names = duties.map((duty) => texts.duties.names[duty]).join(' · ');
    modals.openConfirmModal({
      title: texts.closeAnyway.title,
      children: fill(texts.closeAnyway.text, { names }),
      labels: { confirm: texts.closeAnyway.act, cancel: t(($) => $.kit.cancel) },
      onConfirm: () => void add.run(step),
    });
  };
  return (
    <Modal
      opened
      onClose={close}
      size="36rem"
      title={texts.stepTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form className={styles['stack']} noValidate onSubmit={form.onSubmit(send)}>
        <Select
          label={texts.step.kind}
          required
          data-autofocus
          data={possible.map((value) => ({ value, label: texts.steps[value] }))}
          {...form.getInputProps('kind')}
        />
        <DayInput
          label={texts.step.on}
          required
          {...(isDay(happenedOn) ? { minDate: happenedOn } : {})}
          value={on}
          onChange={(picked) => form.setFieldValue('on', picked)}
        />
        <Textarea
          label={texts.step.said}
          required
          description={texts.step.saidHint}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          {...form.getInputProps('said')}
        />
        <TextInput
          label={texts.step.doer}
          required
          description={texts.step.doerHint}
          maxLength={60}
          {...form.getInputProps('doer')}
        />
        <RefusalNotice refusal={add.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={!kind || !on || !said.trim() || !doer.trim()} loading={add.running}>
            {possible.length === 1 && kind ? texts.steps[kind] : texts.addStep}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
