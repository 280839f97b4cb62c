import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../lib/session.ts';
import type { AppRoute } from '../routes/route.ts';
import { DateLine } from './DateLine.tsx';
import styles from './Frame.module.css';
import { PersonMenu } from './PersonMenu.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Search } from './Search.tsx';
import { Switches } from './Switches.tsx';

export function Header({ routes }: { readonly routes: readonly AppRoute[] }) {
  const { t } = useTranslation();
  const { centre } = useSession();
  return (
    <header className={styles['header']}>
      <div className={styles['brand']}>
        <span className={styles['mark']} aria-hidden>
          {t(($) => $.frame.mark)}
        </span>
        <Tooltip label={`${t(($) => $.frame.product)} · ${centre.name}`}>
          <span className={styles['centre']}>{centre.name}</span>
        </Tooltip>
      </div>
      <Search routes={routes} />
      <div className={styles['facts']}>
        <SavedMark />
        <DateLine />
        <Switches />
        <PersonMenu />
      </div>
    </header>
  );
}
