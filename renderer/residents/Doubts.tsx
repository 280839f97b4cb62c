import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { Panel } from '../kit/Panel.tsx';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { DoubtForm } from './DoubtForm.tsx';
import styles from './residents.module.css';

/** What still has to be verified in a file; nothing when there is nothing. */
export function Doubts({ file }: { readonly file: ResidentFile }) {
  const { t } = useTranslation();
  const texts = useWords().residents;
  const mayWrite = useMay('residents.write');
  const open = file.doubts.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = file.doubts.length - open.length;
  if (open.length === 0) return null;
  return (
    <Panel title={texts.doubts}>
      <p className={styles['quiet']}>
        {texts.doubtsHint}
        {settled > 0 && ` ${t(($) => $.residents.doubtsSettled, { count: settled })}`}
      </p>
      {open.map((doubt) => (
        <DoubtForm key={doubt.id} doubt={doubt} file={file} mayWrite={mayWrite} />
      ))}
    </Panel>
  );
}
