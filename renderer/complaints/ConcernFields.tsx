import { Checkbox, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { concernKinds } from '../../shared/complaints/kinds.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useWords } from '../lib/words.ts';
import type { Draft, FormFacts } from './draft.ts';

type Props = { readonly form: UseFormReturnType<Draft>; readonly facts: FormFacts };

/** Whom it concerns, and whether the director is to be kept out. */
export function ConcernFields({ form, facts }: Props) {
  const texts = useWords().complaints;
  const { fields } = texts;
  const { concernKind } = form.values;
  return (
    <>
      <Select
        label={fields.concernKind}
        required
        data={concernKinds.map((value) => ({ value, label: texts.concernKinds[value] }))}
        value={concernKind}
        onChange={(picked) =>
          form.setValues({
            concernKind: concernKinds.find((kind) => kind === picked) ?? null,
            concernId: null,
            concernName: '',
          })
        }
      />
      {concernKind === 'other' ? (
        <TextInput
          label={fields.concernOther}
          required
          maxLength={60}
          {...form.getInputProps('concernName')}
        />
      ) : (
        <Select
          label={
            concernKind === 'caregiver'
              ? fields.concernCaregiver
              : concernKind === 'account'
                ? fields.concernAccount
                : fields.concern
          }
          required={concernKind === 'caregiver' || concernKind === 'account'}
          disabled={concernKind === null || concernKind === 'unknown'}
          searchable
          data={
            concernKind === 'account'
              ? facts.staff.map(({ id, name }) => ({ value: id, label: name }))
              : facts.caregivers.map(({ id, name, ended }) => ({
                  value: id,
                  label: ended ? fill(fields.ended, { name }) : name,
                }))
          }
          {...form.getInputProps('concernId')}
        />
      )}
      <Checkbox
        mt="1.9rem"
        label={texts.notForDirector}
        {...form.getInputProps('notForDirector', { type: 'checkbox' })}
      />
    </>
  );
}
