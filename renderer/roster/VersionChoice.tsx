import { ActionIcon, Select } from '@mantine/core';
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RosterView } from '../../shared/roster/contract.ts';
import { useWords } from '../lib/words.ts';

type Props = { readonly view: RosterView; readonly onVersion: (version: number | null) => void };

/** Which version is on the screen; all but the draft are only to be read. */
export function VersionChoice({ view: { month, roster, versions }, onVersion }: Props) {
  const [, go] = useLocation();
  const { t } = useTranslation();
  const words = useWords().roster;
  const newest =
    versions.find(({ state }) => state === 'draft') ?? versions.find(({ state }) => state === 'published');
  if (!roster) return null;
  return (
    <>
      <Select
        aria-label={words.versions}
        w="10.5rem"
        allowDeselect={false}
        value={String(roster.version)}
        data={versions.map(({ version, state }) => ({
          value: String(version),
          label: t(($) => $.roster.stateLine, { version, state: words.states[state] }),
        }))}
        onChange={(version) => onVersion(Number(version) === newest?.version ? null : Number(version))}
      />
      {versions.length > 1 && (
        <ActionIcon
          variant="subtle"
          size="2.125rem"
          aria-label={t(($) => $.rosterGrid.compare)}
          title={t(($) => $.rosterGrid.compare)}
          onClick={() => go(`/roster/compare/${month}`)}
        >
          <IconArrowsDiff size="1.125rem" aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
