import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { halfWidth } from '../../shared/people/digits.ts';
import { useWords } from '../lib/words.ts';
import styles from './Doorway.module.css';

export type CentreFacts = {
  readonly name: string;
  readonly county: string;
  readonly countyCode: string;
  readonly township: string;
  readonly code: string;
};

export const noCentre: CentreFacts = { name: '', county: '', countyCode: '', township: '', code: '' };

const trimmed = (facts: CentreFacts): CentreFacts => ({
  name: facts.name.trim(),
  county: facts.county.trim(),
  countyCode: halfWidth(facts.countyCode),
  township: facts.township.trim(),
  code: halfWidth(facts.code),
});

type Props = { readonly centre: CentreFacts; readonly next: (centre: CentreFacts) => void };

export function CentreStep({ centre, next }: Props) {
  const { t } = useTranslation();
  const words = useWords().people.setUp;
  const named = (text: string) => ([...text.trim()].length < 2 ? words.nameMissing : null);
  const form = useForm({
    initialValues: centre,
    validate: {
      name: named,
      county: named,
      township: named,
      countyCode: (code) => (/^\d{6}$/.test(halfWidth(code)) ? null : words.countyCodeWrong),
      code: (code, { countyCode }) => {
        if (!/^\d{9}$/.test(halfWidth(code))) return words.codeWrong;
        return halfWidth(code).startsWith(halfWidth(countyCode)) ? null : words.codeElsewhere;
      },
    },
  });
  return (
    <form className={styles['form']} noValidate onSubmit={form.onSubmit((facts) => next(trimmed(facts)))}>
      <TextInput
        label={words.centreName}
        description={words.centreNameHint}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <div className={styles['pair']}>
        <TextInput label={words.county} maxLength={40} {...form.getInputProps('county')} />
        <TextInput label={words.township} maxLength={40} {...form.getInputProps('township')} />
        <TextInput
          label={words.countyCode}
          description={words.countyCodeHint}
          inputMode="numeric"
          maxLength={12}
          {...form.getInputProps('countyCode')}
        />
        <TextInput
          label={words.code}
          description={words.codeHint}
          inputMode="numeric"
          maxLength={18}
          {...form.getInputProps('code')}
        />
      </div>
      <div className={styles['acts']}>
        <Button type="submit">{t(($) => $.kit.next)}</Button>
      </div>
    </form>
  );
}
