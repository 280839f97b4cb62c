import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaregiverFile } from '../../shared/caregivers/contract.ts';
import { DayAndReason } from '../kit/DayAndReason.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CorrectCaregiver } from './CorrectCaregiver.tsx';

type Act = 'correct' | 'end' | 'rehire';

/** What the director may do with a caregiver's file. */
export function CaregiverActs({ file }: { readonly file: CaregiverFile }) {
  const { t } = useTranslation();
  const texts = useWords().caregivers;
  const language = useLanguage();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const listed = (names: readonly string[]) => names.join(language === 'zh-CN' ? '、' : ', ');
  const end = useCommand(api.caregivers.end, {
    notify: false,
    done: ({ residents }) => {
      announce(
        residents.length === 0
          ? texts.endDoneNone
          : t(($) => $.caregivers.endDone, { residents: listed(residents) }),
      );
      close();
    },
  });
  const rehire = useCommand(api.caregivers.rehire, {
    notify: false,
    done: () => {
      announce(texts.rehired);
      close();
    },
  });
  if (!useMay('caregivers.write')) return null;
  const { id, name } = file;
  const residents = listed(file.residents.map((resident) => resident.name));
  return (
    <>
      <Button variant="default" onClick={() => setAct('correct')}>
        {texts.correct}
      </Button>
      {file.endedOn === null ? (
        <Button variant="outline" color="brick" onClick={() => setAct('end')}>
          {texts.end}
        </Button>
      ) : (
        <Button onClick={() => setAct('rehire')}>{texts.rehire}</Button>
      )}
      {act === 'correct' && <CorrectCaregiver file={file} close={close} />}
      {act === 'end' && (
        <DayAndReason
          title={t(($) => $.caregivers.endTitle, { name })}
          hint={residents === '' ? texts.endHintNone : t(($) => $.caregivers.endHint, { residents })}
          dayLabel={texts.endOn}
          reasonLabel={texts.endReason}
          reasons={Object.values(texts.endReasons)}
          act={texts.end}
          colour="brick"
          refusal={end.refusal}
          running={end.running}
          onAct={(given) => void end.run({ id, ...given })}
          close={close}
        />
      )}
      {act === 'rehire' && (
        <DayAndReason
          title={t(($) => $.caregivers.rehireTitle, { name })}
          dayLabel={texts.rehireOn}
          reasonLabel={texts.reason}
          act={texts.rehire}
          refusal={rehire.refusal}
          running={rehire.running}
          onAct={(given) => void rehire.run({ id, ...given })}
          close={close}
        />
      )}
    </>
  );
}
