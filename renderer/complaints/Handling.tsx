import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ComplaintFile } from '../../shared/complaints/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Timeline } from '../kit/Timeline.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayWord } from '../residents/resident-words.ts';
import { AddStep } from './AddStep.tsx';
import styles from './complaints.module.css';
import { Duties } from './Duties.tsx';

type Props = {
  readonly id: string;
  readonly happenedOn: string;
  readonly handling: NonNullable<ComplaintFile['handling']>;
};

/** What was done so far, newest first, whom to tell still, and the next step. */
export function Handling({ id, happenedOn, handling }: Props) {
  const texts = useWords().complaints;
  const language = useLanguage();
  const [adding, { open, close }] = useDisclosure(false);
  const { state, steps, duties } = handling;
  return (
    <>
      {duties.length > 0 && <Duties {...handling} />}
      <div className={styles['tools']}>
        <Button variant={state === 'closed' ? 'default' : 'filled'} onClick={open}>
          {state === 'closed' ? texts.steps.reopen : texts.addStep}
        </Button>
      </div>
      {steps.length === 0 && <p className={styles['quiet']}>{texts.noSteps}</p>}
      <Timeline
        events={steps.toReversed().map((step) => ({
          key: step.id,
          when: dayWord(step.on, language) ?? '',
          title: texts.steps[step.kind],
          detail: (
            <>
              <span className={styles['text']}>{step.said}</span>
              <br />
              {step.doer === step.recordedBy
                ? step.doer
                : fill(texts.by, { doer: step.doer, typist: step.recordedBy })}
            </>
          ),
        }))}
      />
      {adding && <AddStep id={id} happenedOn={happenedOn} handling={handling} close={close} />}
    </>
  );
}
