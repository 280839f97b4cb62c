import { Button, NumberInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ComplaintFile } from '../../shared/complaints/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './complaints.module.css';

type Props = Pick<NonNullable<ComplaintFile['handling']>, 'duties' | 'late' | 'hours'>;

/** Whom the law means to be told, why, and whether it is late: a reminder, the director decides. */
export function Duties({ duties, late, hours }: Props) {
  const words = useWords().complaints.duties;
  const [changing, { open, close }] = useDisclosure(false);
  const [typed, setTyped] = useState<string | number>(hours);
  const set = useCommand(api.complaints.setHours, {
    done: () => {
      announce(fill(words.hoursSet, { hours: typed }));
      close();
    },
  });
  const wanted = Number(typed);
  return (
    <section className={styles['duties']}>
      <h3>
        {words.title}
        {late && <StatusBadge tone="danger">{fill(words.late, { hours })}</StatusBadge>}
      </h3>
      <ul>
        {duties.map((duty) => (
          <li key={duty}>{words[duty]}</li>
        ))}
      </ul>
      <p className={styles['basis']}>{words.basis}</p>
      {changing ? (
        <form
          className={styles['hours']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (Number.isInteger(wanted) && wanted >= 1) void set.run({ hours: wanted });
          }}
        >
          <NumberInput
            label={words.hours}
            min={1}
            max={240}
            clampBehavior="strict"
            allowDecimal={false}
            value={typed}
            onChange={setTyped}
          />
          <Button type="submit" variant="default" loading={set.running}>
            {words.setHours}
          </Button>
        </form>
      ) : (
        <div>
          <Button variant="default" size="compact-sm" onClick={open}>
            {words.setHours}
          </Button>
        </div>
      )}
    </section>
  );
}
