import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameCodeLine } from '../../shared/people/code-line.ts';
import styles from './Doorway.module.css';

/** The line that is typed back: neither the first nor the last, so that a paper cut off at an end is noticed. */
const asked = 3;

type Props = { readonly lines: readonly string[]; readonly back: () => void; readonly next: () => void };

export function CheckStep({ lines, back, next }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = () => {
    if (sameCodeLine(typed, lines[asked - 1] ?? '')) next();
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
        <Button type="submit">{t(($) => $.people.setUp.finish)}</Button>
        <Button variant="default" onClick={back}>
          {t(($) => $.people.setUp.showAgain)}
        </Button>
      </div>
    </form>
  );
}
