import { Anchor, Button, PasswordInput, Radio } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { DEMO_PASSWORD } from '../../shared/people/demo.ts';
import { RestoreDoor } from '../backup/RestoreDoor.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { readChoice, writeChoice } from '../lib/choices.ts';
import { useCommand } from '../lib/command.ts';
import type { Standing } from '../lib/session.ts';
import { Doorway } from './Doorway.tsx';
import styles from './Doorway.module.css';
import { KeyringCopyNotice, KeyringLost } from './KeyringNotice.tsx';
import { RecoverPage } from './RecoverPage.tsx';

/** Pick an account, type its password. After a lock the same person comes back to the same page. */
export function SignInPage({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  const [location, go] = useLocation();
  const { signIns } = standing;
  const last = readChoice('last-login');
  const [login, setLogin] = useState(
    signIns.find((account) => account.login === last)?.login ?? signIns[0]?.login ?? '',
  );
  const [password, setPassword] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const signIn = useCommand(api.people.signIn, {
    notify: false,
    saves: false,
    done: () => {
      // Somebody else begins at the beginning: the page that was left may not be theirs to see.
      if (login !== last) go('/');
      writeChoice('last-login', login);
    },
  });
  useEffect(() => {
    field.current?.focus();
  }, [login, recovering]);

  if (recovering) return <RecoverPage back={() => setRecovering(false)} />;

  if (restoring) return <RestoreDoor back={() => setRestoring(false)} done={() => setRestoring(false)} />;

  if (standing.keyring === 'lost') return <KeyringLost restore={() => setRestoring(true)} />;

  const submit = async () => {
    const person = await signIn.run({ login, password });
    if (person) return;
    setPassword('');
    field.current?.focus();
  };
  const hint = standing.demo ? t(($) => $.people.signIn.demo, { password: DEMO_PASSWORD }) : undefined;
  const intro = signIns.length === 0 ? t(($) => $.people.signIn.noAccounts) : hint;

  return (
    <Doorway
      title={t(($) => $.people.signIn.title)}
      centre={standing.centreName}
      intro={location === '/' ? intro : (intro ?? t(($) => $.people.signIn.locked))}
    >
      {standing.keyring === 'copy' && <KeyringCopyNotice />}
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Radio.Group
          label={t(($) => $.people.signIn.who)}
          value={login}
          onChange={(next) => {
            setLogin(next);
            setPassword('');
            signIn.clear();
          }}
        >
          <div className={styles['accounts']}>
            {signIns.map((account) => (
              <label key={account.login} className={styles['account']}>
                <Radio value={account.login} aria-label={account.name} />
                <span>{account.name}</span>
              </label>
            ))}
          </div>
        </Radio.Group>
        <PasswordInput
          ref={field}
          label={t(($) => $.people.signIn.password)}
          description={capsLock ? t(($) => $.people.signIn.capsLock) : undefined}
          autoComplete="current-password"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
        />
        <RefusalNotice refusal={signIn.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={signIn.running} disabled={login === '' || password === ''}>
            {t(($) => $.people.signIn.submit)}
          </Button>
          <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(true)}>
            {t(($) => $.people.signIn.forgot)}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => setRestoring(true)}>
            {t(($) => $.people.signIn.restore)}
          </Anchor>
        </div>
      </form>
    </Doorway>
  );
}
