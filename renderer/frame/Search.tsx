import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useWords } from '../lib/words.ts';
import type { AppRoute } from '../routes.tsx';
import styles from './Frame.module.css';

/** Ctrl+K: any page this person may see. People, beds and devices join it by the request find.anything. */
export function Search({ routes }: { readonly routes: readonly AppRoute[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const pages: SpotlightActionData[] = routes
    .filter((route) => route.group)
    .map(({ path, label, icon: Mark }) => ({
      id: path,
      label: label(words),
      leftSection: Mark && <Mark size="1.125rem" aria-hidden />,
      onClick: () => go(path),
    }));
  return (
    <>
      <button type="button" className={styles['search']} onClick={() => spotlight.open()}>
        <IconSearch size="1.125rem" aria-hidden />
        <span className={styles['searchText']}>{t(($) => $.frame.search)}</span>
        <kbd className={styles['key']}>Ctrl K</kbd>
      </button>
      <Spotlight
        shortcut="mod + K"
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
        transitionProps={{ duration: 0 }}
        query={text}
        onQueryChange={setText}
        actions={[{ group: t(($) => $.frame.searchPages), actions: pages }]}
        nothingFound={t(($) => $.frame.searchNothing)}
        searchProps={{
          'aria-label': t(($) => $.frame.search),
          placeholder: t(($) => $.frame.searchPlaceholder),
          leftSection: <IconSearch size="1.125rem" aria-hidden />,
        }}
      />
    </>
  );
}
