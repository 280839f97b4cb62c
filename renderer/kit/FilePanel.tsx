import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly size?: string;
  readonly children: ReactNode;
};

/** A person or thing beside its list: the list stays, and nothing of the file is drawn while the panel is closed. */
export function FilePanel({ opened, close, title, size = '26rem', children }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={close}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {opened && children}
    </Drawer>
  );
}
