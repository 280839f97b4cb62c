import { Button } from '@mantine/core';
import IconRestore from '@tabler/icons-react/dist/esm/icons/IconRestore.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RosterHead } from '../../shared/roster/contract.ts';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useMay } from '../lib/session.ts';

/** Goes on from an old version: a copy of it becomes the draft, and the draft that was there an old version that can be taken up again. */
export function ReviveButton({ head: { month, version } }: { readonly head: RosterHead }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const mayWrite = useMay('roster.write');
  const revive = useCommand(api.roster.revise, {
    done: ({ roster }) => {
      announce(t(($) => $.roster.revived, { version, draft: roster?.version ?? 0 }));
      go(`/roster?month=${month}`);
    },
  });
  if (!mayWrite) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconRestore size="1.125rem" aria-hidden />}
      loading={revive.running}
      title={t(($) => $.roster.reviveHint)}
      onClick={() => void revive.run({ month, version })}
    >
      {t(($) => $.roster.revive)}
    </Button>
  );
}
