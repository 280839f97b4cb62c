import { Button, Modal, PasswordInput, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { halfWidth } from '../../shared/people/digits.ts';
import { PIN_PATTERN } from '../../shared/people/pin.ts';
import { Answer } from '../kit/Answer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { writeChoice } from '../lib/choices.ts';
import { useCommand } from '../lib/command.ts';
import { forgetAnswers } from '../lib/forget.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './Doorway.module.css';

type Somebody = Awaited<ReturnType<typeof api.people.pins.list>>[number];

/** Another person goes on at this window, by PIN: no file is closed and opened, so it takes a second. */
export function SwitchPerson({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords().keys;
  const { me } = useSession();
  const people = useQuery(requests.people.pins.list.queryOptions({ input: {}, staleTime: 0 }));
  return (
    <Modal
      opened
      onClose={close}
      title={words.switchTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <Answer query={people}>
        {(all) => {
          const others = all.filter(({ id, pin }) => id !== me.id && pin !== 'none');
          return others.length === 0 ? (
            <p className={styles['intro']}>{words.noPins}</p>
          ) : (
            <Choice others={others} close={close} />
          );
        }}
      </Answer>
    </Modal>
  );
}

function Choice({ others, close }: { readonly others: readonly Somebody[]; readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const [, go] = useLocation();
  const [login, setLogin] = useState(others.find(({ pin }) => pin === 'set')?.login ?? '');
  const [pin, setPin] = useState('');
  const take = useCommand(api.people.pins.take, {
    notify: false,
    saves: false,
    done: () => {
      writeChoice('last-login', login);
      go('/');
      close();
      forgetAnswers();
    },
  });
  const typed = halfWidth(pin);
  const submit = async () => {
    if (!(await take.run({ login, pin: typed }))) setPin('');
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Radio.Group
        label={words.keys.who}
        value={login}
        onChange={(next) => {
          setLogin(next);
          setPin('');
          take.clear();
        }}
      >
        {others.map((person) => (
          <Radio
            key={person.login}
            mt="xs"
            value={person.login}
            disabled={person.pin === 'closed'}
            label={`${person.name} · ${words.frame.roles[person.role]}`}
            description={person.pin === 'closed' ? words.keys.closed : undefined}
          />
        ))}
      </Radio.Group>
      <PasswordInput
        label={words.keys.pin}
        data-autofocus
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <RefusalNotice refusal={take.refusal} />
      <div className={styles['acts']}>
        <Button type="submit" loading={take.running} disabled={login === '' || !PIN_PATTERN.test(typed)}>
          {words.keys.switchNow}
        </Button>
        <Button variant="default" onClick={close}>
          {t(($) => $.kit.cancel)}
        </Button>
      </div>
    </form>
  );
}
