import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fill } from '../../shared/messages/fill.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { saveFile } from '../lib/bytes.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { builtText } from './built-text.ts';
import styles from './package.module.css';

type Keys = Awaited<ReturnType<typeof api.package.keys>>;

export function SigningKey({ signing }: Pick<Keys, 'signing'>) {
  const texts = useWords().packages.signing;
  const language = useLanguage();
  const enrol = useCommand(api.package.enrolment, {
    done: (file) => {
      saveFile(file);
      announce(texts.made);
    },
  });
  return (
    <div className={styles['stack']}>
      <p className={styles['explain']}>{texts.lead}</p>
      {signing ? (
        <section>
          <h3 className={styles['heading']}>{texts.fingerprint}</h3>
          <p className={styles['spoken']}>{signing.spoken}</p>
          <p className={styles['quiet']}>
            {texts.standard} <code className={styles['code']}>{signing.fingerprint}</code>
          </p>
          <p className={styles['quiet']}>
            {fill(texts.createdOn, { date: builtText(signing.createdAt, language) })}
          </p>
          <p className={styles['explain']}>{texts.explain}</p>
        </section>
      ) : (
        <div>
          <StatusBadge tone="attention">{texts.missing}</StatusBadge>
        </div>
      )}
      <div>
        <Button
          variant={signing ? 'default' : 'filled'}
          leftSection={<IconDownload size="1.125rem" aria-hidden />}
          loading={enrol.running}
          onClick={() => void enrol.run({})}
        >
          {texts.make}
        </Button>
      </div>
    </div>
  );
}
