import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { sentenceOf } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';

/** What was thrown by a request, as one sentence where the user is looking; nothing when nothing was thrown. */
export function RefusalNotice({ refusal }: { readonly refusal: unknown }) {
  const language = useLanguage();
  if (refusal === null || refusal === undefined) return null;
  return (
    <Alert color="brick" role="alert" icon={<IconAlertTriangle size="1.125rem" aria-hidden />}>
      {sentenceOf(refusal, language)}
    </Alert>
  );
}
