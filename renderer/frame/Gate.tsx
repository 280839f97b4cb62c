import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../kit/EmptyState.tsx';
import { requests } from '../lib/api.ts';
import { forgetAnswers } from '../lib/forget.ts';
import { sessionOf, SessionContext } from '../lib/session.ts';
import { SetUpPage } from '../people/SetUpPage.tsx';
import { SignInPage } from '../people/SignInPage.tsx';
import { Pages } from './Pages.tsx';

/** Decides from where this PC stands what is shown: set-up, sign-in, or the house. */
export function Gate() {
  const { t } = useTranslation();
  const standing = useQuery(requests.people.state.queryOptions({ input: {}, staleTime: 0 }));
  const locked = standing.data !== undefined && standing.data.me === null;
  useForgetWhen(locked);

  if (standing.isError) {
    return (
      <EmptyState
        title={t(($) => $.frame.noHost)}
        hint={t(($) => $.frame.noHostHint)}
        action={<Button onClick={() => void standing.refetch()}>{t(($) => $.frame.reload)}</Button>}
      />
    );
  }
  if (!standing.data) return null;
  if (standing.data.stage === 'absent') return <SetUpPage done={() => void standing.refetch()} />;
  const session = sessionOf(standing.data);
  if (!session) return <SignInPage standing={standing.data} />;
  return (
    <SessionContext value={session}>
      <Pages key={session.me.id} />
    </SessionContext>
  );
}

/** Nothing of residents stays in the window's memory behind the sign-in page. */
function useForgetWhen(locked: boolean): void {
  useEffect(() => {
    if (locked) forgetAnswers();
  }, [locked]);
}
