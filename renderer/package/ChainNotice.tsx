import { Alert, Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useQuery } from '@tanstack/react-query';
import { fill } from '../../shared/messages/fill.ts';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import { ImportAnswer } from './ImportAnswer.tsx';
import styles from './package.module.css';

/** Why reporting is on hold and what to do, step by step; or that a new epoch waits for the county. Nothing when all is well. */
export function ChainNotice() {
  const texts = useWords().packageLife.chain;
  const { data } = useQuery(requests.package.chain.queryOptions({ input: {} }));
  if (!data) return null;
  const { hold, unconfirmed, canContinue, epoch } = data;
  if (hold) {
    return (
      <Alert
        mb="md"
        color="brick"
        role="alert"
        title={texts.held}
        icon={<IconAlertTriangle size="1.125rem" aria-hidden />}
      >
        <p className={styles['noticeText']}>{fill(texts.reasons[hold.reason], { seq: hold.seq })}</p>
        <ol className={styles['steps']}>
          {texts.steps.map((step) => (
            <li key={step}>{fill(step, { epoch: epoch + 1 })}</li>
          ))}
        </ol>
        <ImportAnswer filled />
      </Alert>
    );
  }
  if (!unconfirmed) return null;
  return (
    <Alert
      mb="md"
      color="persimmon"
      role="status"
      title={fill(texts.unconfirmed, { epoch })}
      icon={<IconInfoCircle size="1.125rem" aria-hidden />}
    >
      <p className={styles['noticeText']}>{texts.unconfirmedLead}</p>
      {canContinue !== null && (
        <>
          <p className={styles['noticeText']}>{texts.canContinue}</p>
          <ContinueButton />
        </>
      )}
    </Alert>
  );
}

/** Only a person knows whether a package is still on its way; a wrong answer holds the centre, so it is asked twice. */
function ContinueButton() {
  const { chain: texts, receipt } = useWords().packageLife;
  const goOn = useCommand(api.package.continueChain, { done: () => announce(receipt.outcomes.continues) });
  const ask = () =>
    modals.openConfirmModal({
      title: texts.continueAsk,
      children: texts.continueWarning,
      labels: { confirm: texts.continue, cancel: texts.keep },
      onConfirm: () => void goOn.run({}),
    });
  return (
    <Button variant="default" loading={goOn.running} onClick={ask}>
      {texts.continue}
    </Button>
  );
}
