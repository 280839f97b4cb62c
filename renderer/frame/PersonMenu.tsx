import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { lockNow } from '../lib/idle-lock.ts';
import { useSession } from '../lib/session.ts';
import { ChangePassword } from '../people/ChangePassword.tsx';
import { OwnPin } from '../people/OwnPin.tsx';
import { SwitchPerson } from '../people/SwitchPerson.tsx';

export function PersonMenu() {
  const { t } = useTranslation();
  const { me } = useSession();
  const [, go] = useLocation();
  const leave = () => {
    go('/');
    void lockNow();
  };
  const [changing, { open, close }] = useDisclosure(false);
  const [settingPin, { open: startPin, close: stopPin }] = useDisclosure(false);
  const [switching, { open: startSwitching, close: stopSwitching }] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="subtle"
            color="stone"
            size="compact-sm"
            rightSection={<IconChevronDown size="1rem" aria-hidden />}
          >
            {me.name} · {t(($) => $.frame.roles[me.role])}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={startSwitching}>{t(($) => $.keys.switchPerson)}</Menu.Item>
          <Menu.Item onClick={startPin}>{t(($) => $.keys.ownPin)}</Menu.Item>
          <Menu.Item onClick={open}>{t(($) => $.frame.changePassword)}</Menu.Item>
          <Menu.Item onClick={leave}>{t(($) => $.frame.signOut)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePassword close={close} />}
      {settingPin && <OwnPin close={stopPin} />}
      {switching && <SwitchPerson close={stopSwitching} />}
    </>
  );
}
