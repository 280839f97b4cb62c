import { Anchor, Button, Modal, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { halfWidth } from '../../shared/people/digits.ts';
import { PIN_PATTERN } from '../../shared/people/pin.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './Doorway.module.css';

/** One's own PIN, with the password as proof; or none any more. */
export function OwnPin({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { me } = useSession();
  const people = useQuery(requests.people.pins.list.queryOptions({ input: {}, staleTime: 0 }));
  const has = people.data?.some(({ id, pin }) => id === me.id && pin !== 'none') ?? false;
  const finish = (sentence: string) => () => {
    announce(sentence);
    close();
  };
  const set = useCommand(api.people.pins.set, { notify: false, done: finish(words.keys.ownPinDone) });
  const drop = useCommand(api.people.pins.drop, { done: finish(words.keys.ownPinDropped) });
  const form = useForm({
    initialValues: { password: '', pin: '', again: '' },
    validate: {
      password: (password) => (password === '' ? words.people.setUp.missing : null),
      pin: (pin) => (PIN_PATTERN.test(halfWidth(pin)) ? null : words.keys.pinWrong),
      again: (again, { pin }) => (again === pin ? null : words.keys.pinDiffers),
    },
  });
  const digits = { inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } as const;
  return (
    <Modal
      opened
      onClose={close}
      title={words.keys.ownPin}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit(({ password, pin }) => void set.run({ password, pin: halfWidth(pin) }))}
      >
        <p className={styles['plain']}>{words.keys.ownPinWhy}</p>
        <PasswordInput
          label={words.keys.ownPassword}
          data-autofocus
          autoComplete="current-password"
          maxLength={200}
          {...form.getInputProps('password')}
        />
        <div className={styles['pair']}>
          <PasswordInput label={words.keys.pin} {...digits} {...form.getInputProps('pin')} />
          <PasswordInput label={words.keys.pinAgain} {...digits} {...form.getInputProps('again')} />
        </div>
        <RefusalNotice refusal={set.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={set.running}>
            {t(($) => $.kit.save)}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
          {has && (
            <Anchor component="button" type="button" size="sm" onClick={() => void drop.run({})}>
              {words.keys.drop}
            </Anchor>
          )}
        </div>
      </form>
    </Modal>
  );
}
