import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from './RefusalNotice.tsx';
import { Waiting } from './Waiting.tsx';

type Props<Data> = {
  readonly query: UseQueryResult<Data, unknown>;
  readonly children: (data: Data) => ReactNode;
};

/** Draws the answer of a request when it is there; waiting and refusal are the same on every page. */
export function Answer<Data>({ query, children }: Props<Data>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Waiting />;
  return (
    <>
      <RefusalNotice refusal={query.error} />
      <Button mt="sm" variant="default" onClick={() => void query.refetch()}>
        {t(($) => $.frame.reload)}
      </Button>
    </>
  );
}
