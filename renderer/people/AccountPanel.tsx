import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { FactList } from '../kit/FactList.tsx';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import type { Account } from './account.ts';
import { EndAccount } from './EndAccount.tsx';
import { ResetPassword } from './ResetPassword.tsx';

type Props = { readonly account: Account | null; readonly close: () => void };

/** One account: its facts, and what may be done with it. One's own is changed from the menu at the top, and cannot be ended here. */
export function AccountPanel({ account, close }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const { me } = useSession();
  const texts = words.people.accounts;
  const dayOf = (instant: string) => dayText(dayAt(Date.parse(instant)), language);
  return (
    <Drawer
      opened={account !== null}
      onClose={close}
      title={account?.name}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {account && (
        <>
          <FactList
            facts={[
              { label: texts.login, value: account.login },
              { label: texts.role, value: words.frame.roles[account.role] },
              { label: texts.since, value: dayOf(account.createdAt) },
              {
                label: texts.state,
                value: account.endedAt
                  ? fill(texts.endedOn, { date: dayOf(account.endedAt), reason: account.endedReason ?? '' })
                  : account.id === me.id
                    ? texts.yourself
                    : texts.active,
              },
            ]}
          />
          {!account.endedAt && account.id !== me.id && (
            <>
              <ResetPassword key={`reset-${account.id}`} account={account} done={close} />
              <EndAccount key={`end-${account.id}`} account={account} done={close} />
            </>
          )}
        </>
      )}
    </Drawer>
  );
}
