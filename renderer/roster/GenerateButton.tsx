import { Button } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { useTranslation } from 'react-i18next';

type Props = { readonly hasDraft: boolean; readonly onStart: () => void };

/** Makes the roster of the month, for the first time or anew. */
export function GenerateButton({ hasDraft, onStart }: Props) {
  const { t } = useTranslation();
  return (
    <Button
      variant={hasDraft ? 'default' : 'filled'}
      leftSection={<IconCalendarPlus size="1.125rem" aria-hidden />}
      onClick={onStart}
    >
      {hasDraft ? t(($) => $.roster.makeAgain) : t(($) => $.roster.make)}
    </Button>
  );
}
