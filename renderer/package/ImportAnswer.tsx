import { Button, FileButton } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { useRef } from 'react';
import { fill } from '../../shared/messages/fill.ts';
import { answerKinds } from '../../shared/package/receipt.ts';
import { api } from '../lib/api.ts';
import { fileContent } from '../lib/bytes.ts';
import { useCommand } from '../lib/command.ts';
import { announce, announceRefusal } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';

/** Takes what the county handed back, a receipt or a token, and says what follows from it. */
export function ImportAnswer({ filled = false }: { readonly filled?: boolean }) {
  const { receipt: texts } = useWords().packageLife;
  const take = useCommand(api.package.importAnswer, {
    done: ({ outcome, epoch, seq, keyBegun, countyKeyChanged }) =>
      announce(
        [
          fill(texts.outcomes[outcome], { epoch, seq }),
          keyBegun ? texts.keyBegun : '',
          countyKeyChanged ? texts.countyKeyChanged : '',
        ].join(''),
      ),
  });
  const reset = useRef<() => void>(null);
  const pick = async (file: File | null) => {
    if (!file) return;
    reset.current?.(); // the same file may be picked again
    try {
      await take.run({ file: await fileContent(file) });
    } catch (thrown) {
      announceRefusal(thrown);
    }
  };
  return (
    <FileButton
      resetRef={reset}
      accept={answerKinds.join(',')}
      inputProps={{ 'aria-label': texts.import }}
      onChange={(file) => void pick(file)}
    >
      {(props) => (
        <Button
          {...props}
          title={texts.hint}
          variant={filled ? 'filled' : 'default'}
          loading={take.running}
          leftSection={<IconFileImport size="1.125rem" aria-hidden />}
        >
          {texts.import}
        </Button>
      )}
    </FileButton>
  );
}
