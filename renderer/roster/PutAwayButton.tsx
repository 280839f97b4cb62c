import { ActionIcon } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import type { LiveRoster } from './live-roster.ts';
import { useLiveFact } from './use-roster-edits.ts';

/** Gives up a draft that was begun beside a published roster: swaps and sick calls wait for it to be published or gone. */
export function PutAwayButton({ roster }: { readonly roster: LiveRoster }) {
  const { t } = useTranslation();
  const { putAway: label } = useWords().roster;
  const { roster: head, versions } = useLiveFact(roster, (state) => state.view);
  const putAway = useCommand(api.roster.putAway, {
    done: () => announce(t(($) => $.roster.putAwayDone, { version: head?.version ?? 0 })),
  });
  if (!head || !versions.some(({ state }) => state === 'published')) return null;
  return (
    <ActionIcon
      variant="subtle"
      size="2.125rem"
      aria-label={label}
      title={label}
      loading={putAway.running}
      // What was typed last is written down first, so that all of it can be had back.
      onClick={() => void roster.pen.flush().then(() => putAway.run({ rosterId: head.id }))}
    >
      <IconTrash size="1.125rem" aria-hidden />
    </ActionIcon>
  );
}
