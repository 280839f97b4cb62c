import { Button, TextInput } from '@mantine/core';
import styles from './checkups.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The usual reasons, one press each. */
  readonly usual: readonly string[];
};

/** Why something is changed: typed, or one of the usual reasons. */
export function ReasonField({ label, value, onChange, usual }: Props) {
  return (
    <div>
      <TextInput
        label={label}
        required
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={styles['reasons']}>
        {usual.map((reason) => (
          <Button key={reason} size="compact-sm" variant="light" onClick={() => onChange(reason)}>
            {reason}
          </Button>
        ))}
      </div>
    </div>
  );
}
