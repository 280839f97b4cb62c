import { PasswordInput } from '@mantine/core';
import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { fill } from '../../shared/messages/fill.ts';

/** Why a new password cannot be taken yet, before it is sent; null when it can. */
export function passwordFault(password: string, words: Words<Messages>): string | null {
  return [...password].length < LEAST_PASSWORD
    ? fill(words.people.setUp.passwordShort, { least: LEAST_PASSWORD })
    : null;
}

export function againFault(again: string, password: string, words: Words<Messages>): string | null {
  return again === password ? null : words.people.setUp.againWrong;
}

type FieldProps = React.ComponentProps<typeof PasswordInput>;
type Props = {
  readonly label: string;
  readonly againLabel: string;
  readonly hint?: string;
  readonly password: FieldProps;
  readonly again: FieldProps;
};

/** A new password, typed twice. */
export function PasswordPair({ label, againLabel, hint, password, again }: Props) {
  return (
    <>
      <PasswordInput label={label} description={hint} autoComplete="new-password" {...password} />
      <PasswordInput label={againLabel} autoComplete="new-password" {...again} />
    </>
  );
}
