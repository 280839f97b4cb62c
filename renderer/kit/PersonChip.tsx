import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './kit.module.css';

type Props = {
  readonly name: string;
  /** The label of the bed; null says that there is none, leaving it out says nothing. */
  readonly bed?: string | null;
  /** A data: or blob: address of the photo. */
  readonly photo?: string;
  /** Where a click leads. */
  readonly href?: string;
};

/** A person in one line: face or surname, name, bed. */
export function PersonChip({ name, bed, photo, href }: Props) {
  const { t } = useTranslation();
  const content = (
    <>
      <span className={styles['chipFace']} aria-hidden>
        {photo ? <img src={photo} alt="" /> : [...name][0]}
      </span>
      <span className={styles['chipName']}>{name}</span>
      {bed !== undefined && (
        <span className={styles['chipBed']}>
          {bed === null ? t(($) => $.kit.noBed) : t(($) => $.kit.bed, { bed })}
        </span>
      )}
    </>
  );
  if (!href) return <span className={styles['chip']}>{content}</span>;
  return (
    <Link href={href} className={styles['chip']}>
      {content}
    </Link>
  );
}
