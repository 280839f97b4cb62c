import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { signedPapers, type Paper } from '../../shared/audit/papers.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { requests } from '../lib/api.ts';
import { fill } from '../../shared/messages/fill.ts';
import { announce } from '../lib/failure.ts';
import { useSession } from '../lib/session.ts';
import { shell } from '../lib/shell.ts';
import { useWords } from '../lib/words.ts';
import { usePrinted } from './use-printed.ts';
import styles from './Sheet.module.css';

type Props = {
  readonly title: string;
  /** Which paper it is and what it is about (a month, a day): the log says who printed it. */
  readonly paper: Paper;
  readonly of: string;
  readonly orientation?: 'portrait' | 'landscape';
  /** Left and right below the title: spans with the centre, the month. */
  readonly subtitle?: ReactNode;
  /** Who signs, at the end: spans with 制表, 审核, 负责人. */
  readonly foot?: ReactNode;
  /** What chooses the content, in the bar above the paper: it is not printed. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A text as a CSS string. */
const quoted = (text: string) => JSON.stringify(text);

/** A page of paper with its bar above, which is not printed. The sheet's table heads repeat on each page and rows are not split. */
export function Sheet({
  title,
  paper,
  of,
  orientation = 'portrait',
  subtitle,
  foot,
  tools,
  children,
}: Props) {
  const { t } = useTranslation();
  const texts = useWords().audit;
  const signed = signedPapers.includes(paper);
  // A paper that is signed carries the code of the log out of this PC: it is drawn only with the code on it.
  const stamp = useQuery(requests.audit.stamp.queryOptions({ input: {}, enabled: signed })).data ?? null;
  usePrinted({ paper, of, stamp });
  const { centre } = useSession();
  const [, go] = useLocation();
  useEffect(() => {
    document.title = title;
    const words = {
      '--nt-page-before': t(($) => $.kit.pageBefore),
      '--nt-page-between': t(($) => $.kit.pageBetween),
      '--nt-page-after': t(($) => $.kit.pageAfter),
    };
    for (const [name, text] of Object.entries(words)) {
      document.documentElement.style.setProperty(name, quoted(text));
    }
  }, [title, t]);
  useEffect(() => {
    // The whole document takes the named page; were it only the sheet, what follows it would begin a page of its own.
    document.documentElement.dataset['paper'] = orientation;
    return () => {
      delete document.documentElement.dataset['paper'];
    };
  }, [orientation]);
  const savePdf = async () => {
    try {
      if (await shell()?.savePdf(title)) announce(t(($) => $.kit.pdfSaved));
    } catch {
      announce(t(($) => $.kit.pdfRefused));
    }
  };
  if (signed && !stamp) return <Waiting />;
  return (
    <div className={styles['desk']}>
      <div className={styles['bar']}>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size="1.125rem" aria-hidden />}
          onClick={() => (window.history.length > 1 ? window.history.back() : go('/'))}
        >
          {t(($) => $.kit.back)}
        </Button>
        <strong>{title}</strong>
        {tools}
        {shell() && (
          <Button variant="default" onClick={() => void savePdf()}>
            {t(($) => $.kit.savePdf)}
          </Button>
        )}
        <Button leftSection={<IconPrinter size="1.125rem" aria-hidden />} onClick={() => window.print()}>
          {t(($) => $.kit.print)}
        </Button>
      </div>
      <main className={styles['sheet']} data-orientation={orientation}>
        {centre.demo && <p className={styles['demo']}>{t(($) => $.frame.demo)}</p>}
        <h1 className={styles['title']}>{title}</h1>
        {subtitle && <div className={styles['subtitle']}>{subtitle}</div>}
        {children}
        {(foot || stamp) && (
          <div className={styles['foot']}>
            {foot}
            {stamp && <span className={styles['stamp']}>{fill(texts.stamp, stamp)}</span>}
          </div>
        )}
      </main>
    </div>
  );
}
