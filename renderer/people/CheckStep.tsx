import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameCodeLine } from '../../shared/people/code-line.ts';
import { CHECKED_LINE } from '../../shared/people/recovery-code.ts';
import styles from './Doorway.module.css';

type Props = {
  readonly lines: readonly string[];
  readonly back: () => void;
  /** Given what was typed. */
  readonly next: (line: string) => void;
  /** What the last step is called, where it is not the end of a set-up. */
  readonly finish?: string;
  readonly running?: boolean;
};

const asked = CHECKED_LINE;

export function CheckStep({ lines, back, next, finish, running = false }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = () => {
    if (sameCodeLine(typed, lines[asked - 1] ?? '')) next(typed);
    else setWrong(true);
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <TextInput
        label={t(($) => $.people.setUp.codeLine, { line: asked })}
        description={t(($) => $.people.setUp.checkWhy, { line: asked })}
        autoComplete="off"
        maxLength={40}
        value={typed}
        error={wrong ? t(($) => $.people.setUp.checkWrong, { line: asked }) : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <div className={styles['acts']}>
        <Button type="submit" loading={running}>
          {finish ?? t(($) => $.people.setUp.finish)}
        </Button>
        <Button variant="default" onClick={back}>
          {t(($) => $.people.setUp.showAgain)}
        </Button>
      </div>
    </form>
  );
}
