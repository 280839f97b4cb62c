import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../kit/EmptyState.tsx';

export function CrashNotice({ again }: { readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t(($) => $.frame.crashed)}
      hint={t(($) => $.frame.crashedHint)}
      action={<Button onClick={again}>{t(($) => $.frame.reload)}</Button>}
    />
  );
}
