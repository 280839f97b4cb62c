import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import IconCalculator from '@tabler/icons-react/dist/esm/icons/IconCalculator.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { formatFen } from '../../shared/money/money.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import type { RunHead } from '../../shared/payroll/shapes.ts';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { ReasonModal } from './ReasonModal.tsx';

type Props = { readonly month: Month; readonly head: RunHead | null; readonly ready: boolean };

/** What the person who is signed in may do with the month next; the one that matters is filled. */
export function RunActs({ month, head, ready }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [mayPrepare, mayApprove] = [useMay('payroll.prepare'), useMay('payroll.approve')];
  const [asking, setAsking] = useState<'sendBack' | 'reverse' | null>(null);
  const stopAsking = () => setAsking(null);
  const prepare = useCommand(api.payroll.prepare, {
    done: ({ people, net }) => announce(t(($) => $.payroll.prepared, { people, net: formatFen(net) })),
  });
  const review = useCommand(api.payroll.review);
  const lock = useCommand(api.payroll.lock);
  const discard = useCommand(api.payroll.discard);
  const sendBack = useCommand(api.payroll.sendBack, { done: stopAsking });
  const reverse = useCommand(api.payroll.reverse, { done: stopAsking });
  const monthName = monthText(month, language);
  const draft = head?.state === 'draft';
  const regular = head?.kind !== 'reversal';
  const fresh = head === null || (head.state === 'locked' && (head.reversedBy !== null || !regular));

  const askToLock = (run: RunHead) =>
    modals.openConfirmModal({
      title: t(($) => $.payroll.lockTitle, { month: monthName }),
      children: t(($) => $.payroll.lockText, { count: run.people, net: formatFen(run.net) }),
      labels: { confirm: t(($) => $.payroll.lock), cancel: t(($) => $.payroll.cancel) },
      onConfirm: () => void lock.run({ id: run.id }),
    });

  return (
    <>
      {mayPrepare && head && draft && (
        <Button variant="subtle" loading={discard.running} onClick={() => void discard.run({ id: head.id })}>
          {t(($) => $.payroll.discard)}
        </Button>
      )}
      {mayPrepare && ((draft && regular) || fresh) && (
        <Button
          variant={draft ? 'default' : 'filled'}
          leftSection={<IconCalculator size="1.125rem" aria-hidden />}
          loading={prepare.running}
          disabled={!ready}
          onClick={() => void prepare.run({ month })}
        >
          {draft ? t(($) => $.payroll.prepareAgain) : t(($) => $.payroll.prepare)}
        </Button>
      )}
      {mayPrepare && head?.state === 'locked' && regular && head.reversedBy === null && (
        <Button variant="default" onClick={() => setAsking('reverse')}>
          {t(($) => $.payroll.reverse)}
        </Button>
      )}
      {mayApprove && head && draft && (
        <Button
          leftSection={<IconCheck size="1.125rem" aria-hidden />}
          loading={review.running}
          onClick={() => void review.run({ id: head.id })}
        >
          {t(($) => $.payroll.review)}
        </Button>
      )}
      {mayApprove && head?.state === 'reviewed' && (
        <>
          <Button variant="default" onClick={() => setAsking('sendBack')}>
            {t(($) => $.payroll.sendBack)}
          </Button>
          <Button
            leftSection={<IconLock size="1.125rem" aria-hidden />}
            loading={lock.running}
            onClick={() => askToLock(head)}
          >
            {t(($) => $.payroll.lock)}
          </Button>
        </>
      )}
      {asking && head && (
        <ReasonModal
          title={
            asking === 'reverse'
              ? t(($) => $.payroll.reverseTitle, { month: monthName })
              : t(($) => $.payroll.sendBack)
          }
          {...(asking === 'reverse' ? { text: t(($) => $.payroll.reverseText) } : {})}
          act={asking === 'reverse' ? t(($) => $.payroll.reverse) : t(($) => $.payroll.sendBack)}
          running={sendBack.running || reverse.running}
          onClose={stopAsking}
          onAct={(reason) => void (asking === 'reverse' ? reverse : sendBack).run({ id: head.id, reason })}
        />
      )}
    </>
  );
}
