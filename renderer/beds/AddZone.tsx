import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disabilities, type Disability } from '../../shared/identity/certificate.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './beds.module.css';

/** Adds a zone (分区管理), with the kind of disability that it is meant for, if any. */
export function AddZone({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.beds;
  const [name, setName] = useState('');
  const [disability, setDisability] = useState<Disability | null>(null);
  const add = useCommand(api.beds.addZone, {
    notify: false,
    done: (zone) => {
      announce(t(($) => $.beds.zoneAdded, { name: zone.name }));
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={texts.addZone}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void add.run({ name: name.trim(), disability });
        }}
      >
        <TextInput
          label={texts.zoneName}
          description={texts.zoneNameHint}
          required
          data-autofocus
          maxLength={20}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={texts.zoneFor}
          clearable
          placeholder={texts.anyDisability}
          value={disability}
          onChange={(picked) => setDisability(picked as Disability | null)}
          data={disabilities.map((code) => ({ value: code, label: words.residents.disabilities[code] }))}
        />
        <RefusalNotice refusal={add.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={name.trim() === ''} loading={add.running}>
            {texts.addZone}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
