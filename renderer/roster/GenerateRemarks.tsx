import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Remark } from '../../shared/roster/remarks.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { remarkText } from './remark-text.ts';

type Props = {
  readonly remarks: readonly Remark[];
  readonly view: RosterView;
  /** Absent: it cannot be put away. */
  readonly close?: () => void;
};

/** What contradicts itself in what was asked: one sentence each. The rest of the month is rostered all the same. */
export function GenerateRemarks({ remarks, view, close }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  if (remarks.length === 0) return null;
  return (
    <Alert
      color="persimmon"
      mb="sm"
      title={t(($) => $.rosterGenerate.remarksTitle, { count: remarks.length })}
      {...(close && {
        withCloseButton: true,
        onClose: close,
        closeButtonLabel: t(($) => $.kit.close),
      })}
    >
      {remarks.map((remark) => (
        <div key={JSON.stringify(remark)}>{remarkText(remark, { view, words, language })}</div>
      ))}
    </Alert>
  );
}
