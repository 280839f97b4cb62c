import { Button } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { useLanguage } from '../lib/language.ts';
import styles from './Doorway.module.css';

type Props = { readonly centre: string; readonly lines: readonly string[]; readonly next: () => void };

/** The code on screen, this once; the same on paper with the centre's name. Closing the window before it is kept is asked about. */
export function CodeStep({ centre, lines, next }: Props) {
  const { t } = useTranslation();
  const [today] = useState(() => dayAt(Date.now()));
  const date = dayText(today, useLanguage());
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <>
      <h2 className={styles['title']}>{t(($) => $.people.setUp.codeTitle)}</h2>
      <p className={styles['intro']}>{t(($) => $.people.setUp.codeWhy)}</p>
      <p className={styles['paperOnly']}>{t(($) => $.people.setUp.codePaper, { centre })}</p>
      <ol className={styles['code']}>
        {lines.map((line, index) => (
          <li key={line} className={styles['codeLine']}>
            <span>{t(($) => $.people.setUp.codeLine, { line: index + 1 })}</span>
            <span data-testid={`code-line-${index + 1}`}>{line}</span>
          </li>
        ))}
      </ol>
      <p className={styles['paperOnly']}>{t(($) => $.people.setUp.codePaperNote, { date })}</p>
      <div className={styles['acts']}>
        <Button
          variant="default"
          leftSection={<IconPrinter size="1.125rem" aria-hidden />}
          onClick={() => window.print()}
        >
          {t(($) => $.people.setUp.codePrint)}
        </Button>
        <Button onClick={next}>{t(($) => $.people.setUp.codeKept)}</Button>
      </div>
    </>
  );
}
