import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useQuery } from '@tanstack/react-query';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api, requests } from '../lib/api.ts';
import { saveFile } from '../lib/bytes.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { builtText } from './built-text.ts';
import styles from './package.module.css';

/** The second signature, SM2: off unless the county asks for it. Each switch makes the file that tells the county. */
export function SecondSignature() {
  const texts = useWords().packageLife.second;
  const language = useLanguage();
  const state = useQuery(requests.package.secondSignature.queryOptions({ input: {} }));
  const change = useCommand(api.package.setSecondSignature, {
    done: (file) => {
      saveFile(file);
      announce(texts.made);
    },
  });
  const ask = (on: boolean) =>
    modals.openConfirmModal({
      title: on ? texts.onAsk : texts.offAsk,
      children: on ? texts.onWarning : texts.offWarning,
      labels: { confirm: on ? texts.on : texts.off, cancel: texts.keep },
      onConfirm: () => void change.run({ on }),
    });
  return (
    <div className={styles['stack']}>
      <p className={styles['explain']}>{texts.lead}</p>
      <Answer query={state}>
        {({ key }) => (
          <>
            <div>
              <StatusBadge tone={key ? 'good' : 'plain'}>
                {key ? fill(texts.isOn, { date: builtText(key.createdAt, language) }) : texts.isOff}
              </StatusBadge>
            </div>
            <div className={styles['acts']}>
              {key && (
                <Button
                  variant="default"
                  leftSection={<IconDownload size="1.125rem" aria-hidden />}
                  loading={change.running}
                  onClick={() => void change.run({ on: true })}
                >
                  {texts.again}
                </Button>
              )}
              <Button variant="default" loading={change.running} onClick={() => ask(key === null)}>
                {key ? texts.off : texts.on}
              </Button>
            </div>
          </>
        )}
      </Answer>
    </div>
  );
}
