import { ActionIcon, Popover } from '@mantine/core';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** Which keys do what in a grid, for whoever asks. */
export function KeysHelp({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onDismiss={close} position="top-end" width="26rem">
      <Popover.Target>
        <ActionIcon variant="subtle" size="2rem" aria-label={t(($) => $.kit.keys)} onClick={toggle}>
          <IconKeyboard size="1.25rem" aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{text}</Popover.Dropdown>
    </Popover>
  );
}
