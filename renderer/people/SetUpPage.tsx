import { Anchor, Stepper } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RestoreDoor } from '../backup/RestoreDoor.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useWords } from '../lib/words.ts';
import { CentreStep, noCentre } from './CentreStep.tsx';
import { CheckStep } from './CheckStep.tsx';
import { CodeStep } from './CodeStep.tsx';
import { DirectorStep } from './DirectorStep.tsx';
import { Doorway } from './Doorway.tsx';

/** The first start: the centre, its director, and the recovery code, which is shown once and must be typed back in part. */
export function SetUpPage({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const [restoring, setRestoring] = useState(false);
  const [step, setStep] = useState<0 | 1 | 2 | 3>(0);
  const [centre, setCentre] = useState(noCentre);
  const [code, setCode] = useState<readonly string[]>([]);
  const setUp = useCommand(api.people.setUp, {
    notify: false,
    // The house is open from here on; asking again would take the code off the screen before it is kept.
    refresh: false,
    done: ({ recoveryCode }) => {
      setCode(recoveryCode.split('\n'));
      setStep(2);
    },
  });
  const names = useWords().people.setUp.steps;
  if (restoring) return <RestoreDoor back={() => setRestoring(false)} done={done} />;
  return (
    <Doorway
      wide
      title={t(($) => $.people.setUp.title)}
      intro={step === 0 ? t(($) => $.people.setUp.intro) : undefined}
    >
      <Stepper active={step} size="xs" mb="lg" iconSize={28}>
        <Stepper.Step label={names.centre} />
        <Stepper.Step label={names.director} />
        <Stepper.Step label={names.code} />
        <Stepper.Step label={names.check} />
      </Stepper>
      {step === 0 && (
        <CentreStep
          centre={centre}
          next={(facts) => {
            setCentre(facts);
            setStep(1);
          }}
        />
      )}
      {step === 0 && (
        <Anchor component="button" type="button" size="sm" mt="md" onClick={() => setRestoring(true)}>
          {t(($) => $.people.setUp.restore)}
        </Anchor>
      )}
      {step === 1 && (
        <DirectorStep
          creating={setUp.running}
          refusal={setUp.refusal}
          back={() => setStep(0)}
          next={(director) => void setUp.run({ centre, director })}
        />
      )}
      {step === 2 && <CodeStep centre={centre.name} lines={code} next={() => setStep(3)} />}
      {step === 3 && <CheckStep lines={code} back={() => setStep(2)} next={done} />}
    </Doorway>
  );
}
