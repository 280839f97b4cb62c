import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Nothing for 150 ms, then the outline of a page: a quick answer never flickers. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div role="status" aria-label={t(($) => $.kit.loading)}>
      <Skeleton height="1.75rem" width="14rem" mb="md" />
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height="1.5rem" mb="sm" />
      ))}
    </div>
  );
}
