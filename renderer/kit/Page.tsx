import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './kit.module.css';

type Props = {
  readonly title: string;
  /** A quiet remark beside the title: a count, a month. */
  readonly note?: ReactNode;
  /** Buttons at the right; the one that matters is filled, the rest are not. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
};

/** A page inside the frame: its title (the only h1), what may be done here, and the rest. */
export function Page({ title, note, acts, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t(($) => $.frame.product)}`;
  }, [title, t]);
  return (
    <>
      <header className={styles['pageHead']}>
        <h1 className={styles['pageTitle']}>{title}</h1>
        {note && <span className={styles['pageNote']}>{note}</span>}
        {acts && <div className={styles['pageActs']}>{acts}</div>}
      </header>
      {children}
    </>
  );
}
