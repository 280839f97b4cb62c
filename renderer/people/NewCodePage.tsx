import { Button, PasswordInput, Stepper } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CheckStep } from './CheckStep.tsx';
import { CodeStep } from './CodeStep.tsx';
import { Doorway } from './Doorway.tsx';
import styles from './Doorway.module.css';

/** A new paper code: the director's password, the code to print, one line typed back. Until then the old one holds. */
export function NewCodePage() {
  const words = useWords().keys;
  const { centre } = useSession();
  const [, go] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<0 | 1 | 2>(0);
  const [made, setMade] = useState<{ id: string; lines: readonly string[] }>({ id: '', lines: [] });
  const prepare = useCommand(api.people.prepareRecoveryCode, {
    notify: false,
    saves: false,
    refresh: false,
    done: ({ id, recoveryCode }) => {
      setMade({ id, lines: recoveryCode.split('\n') });
      setPassword('');
      setStep(1);
    },
  });
  const take = useCommand(api.people.takeRecoveryCode, {
    notify: false,
    done: () => {
      announce(words.newCodeDone);
      go('/settings');
    },
  });
  return (
    <Doorway
      wide
      title={words.newCodeTitle}
      centre={centre.name}
      intro={step === 0 ? words.newCodeWhy : undefined}
    >
      <Stepper active={step} size="xs" mb="lg" iconSize={28}>
        <Stepper.Step label={words.newCodeSteps.password} />
        <Stepper.Step label={words.newCodeSteps.code} />
        <Stepper.Step label={words.newCodeSteps.check} />
      </Stepper>
      {step === 0 && (
        <form
          className={styles['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void prepare.run({ password });
          }}
        >
          <PasswordInput
            label={words.ownPassword}
            ref={field}
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <RefusalNotice refusal={prepare.refusal} />
          <div className={styles['acts']}>
            <Button type="submit" loading={prepare.running} disabled={password === ''}>
              {words.next}
            </Button>
            <Button variant="default" onClick={() => go('/settings')}>
              {words.back}
            </Button>
          </div>
        </form>
      )}
      {step === 1 && <CodeStep centre={centre.name} lines={made.lines} next={() => setStep(2)} />}
      {step === 2 && (
        <>
          <CheckStep
            lines={made.lines}
            finish={words.putInForce}
            running={take.running}
            back={() => setStep(1)}
            next={(line) => void take.run({ id: made.id, line })}
          />
          <RefusalNotice refusal={take.refusal} />
        </>
      )}
    </Doorway>
  );
}
