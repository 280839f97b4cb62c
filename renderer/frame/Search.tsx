import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';
import type { AppRoute } from '../routes/route.ts';
import styles from './Frame.module.css';
import { hitDetail, hitPath } from './hits.ts';

/** The kinds of hits, in the order in which they are shown. */
const kinds = ['resident', 'caregiver', 'bed', 'device'] as const;

/**
 * The component marks its first entry when something is typed; what the host finds comes later and must be marked as well,
 * so that Enter opens it.
 */
function markFirst(): void {
  if (document.querySelector('[data-action][data-selected]')) return;
  document.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
}

/** Ctrl+K: residents, caregivers, beds, devices and pages, by hanzi, pinyin, initials, bed or number. */
export function Search({ routes }: { readonly routes: readonly AppRoute[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const found = useQuery(
    requests.find.anything.queryOptions({
      input: { text: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  );
  useEffect(markFirst, [found.data, asked]);
  const searching = text.trim() !== asked || found.isFetching;
  const hits = asked === '' ? [] : (found.data ?? []);
  const wanted = text.trim().toLowerCase();
  const pages = routes.filter(
    (route) => route.group && (wanted === '' || route.label(words).toLowerCase().includes(wanted)),
  );
  const groups: SpotlightActionGroupData[] = [
    ...kinds.map((kind) => ({
      group: words.frame.hits[kind],
      actions: hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => ({
          id: `${kind} ${hit.id}`,
          label: hit.name,
          description: hitDetail(hit, words),
          onClick: () => go(hitPath(hit)),
        })),
    })),
    {
      group: words.frame.searchPages,
      actions: pages.map(({ path, label, icon: Mark }) => ({
        id: path,
        label: label(words),
        leftSection: Mark && <Mark size="1.125rem" aria-hidden />,
        onClick: () => go(path),
      })),
    },
  ];
  return (
    <>
      <button type="button" className={styles['search']} onClick={() => spotlight.open()}>
        <IconSearch size="1.125rem" aria-hidden />
        <span className={styles['searchText']}>{t(($) => $.frame.search)}</span>
        <kbd className={styles['key']}>Ctrl K</kbd>
      </button>
      <Spotlight
        shortcut="mod + K"
        centered={false}
        styles={{ actionDescription: { opacity: 1 } }}
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
        transitionProps={{ duration: 0 }}
        query={text}
        onQueryChange={setText}
        // What fits was found by the host and above: the second sieve of the component would drop every hit by pinyin.
        filter={(_, actions) => actions}
        actions={groups.filter((group) => group.actions.length > 0)}
        nothingFound={searching ? t(($) => $.kit.loading) : t(($) => $.frame.searchNothing)}
        scrollable
        maxHeight="24rem"
        searchProps={{
          'aria-label': t(($) => $.frame.search),
          placeholder: t(($) => $.frame.searchPlaceholder),
          leftSection: <IconSearch size="1.125rem" aria-hidden />,
        }}
      />
    </>
  );
}
