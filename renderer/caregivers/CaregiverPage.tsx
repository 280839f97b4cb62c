import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { CaregiverFile } from '../../shared/caregivers/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { Timeline } from '../kit/Timeline.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { instantWord, valueWord } from '../residents/resident-words.ts';
import { SpanList } from '../residents/SpanList.tsx';
import styles from '../residents/residents.module.css';
import { CaregiverActs } from './CaregiverActs.tsx';
import { CaregiverFactList } from './CaregiverFactList.tsx';

/** The whole file of one caregiver. */
export function CaregiverPage() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery(requests.caregivers.open.queryOptions({ input: { id } }));
  return <Answer query={file}>{(data) => <CaregiverFileView key={data.id} file={data} />}</Answer>;
}

function CaregiverFileView({ file }: { readonly file: CaregiverFile }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const texts = words.caregivers;
  const fields: Readonly<Record<string, string>> = texts.fields;
  const valueOf = (field: string, value: string | null) =>
    field === 'poorHousehold'
      ? value === 'true'
        ? words.kit.yes
        : words.kit.no
      : valueWord(words.residents, field, value, language);
  return (
    <Page
      title={file.name}
      note={file.endedOn === null ? texts.atWork : texts.ended}
      acts={<CaregiverActs file={file} />}
    >
      <div className={styles['file']}>
        <div className={styles['column']}>
          <Panel title={texts.facts}>
            <CaregiverFactList file={file} />
          </Panel>
          {useMay('pairing.read') && (
            <Panel title={texts.pairings}>
              <SpanList
                none={texts.noPairings}
                spans={file.pairings.map((pairing) => ({
                  ...pairing,
                  what: <Link href={`/residents/${pairing.residentId}`}>{pairing.resident}</Link>,
                }))}
              />
            </Panel>
          )}
        </div>
        <Panel title={texts.corrections}>
          {file.corrections.length === 0 ? (
            <p className={styles['quiet']}>{texts.noCorrections}</p>
          ) : (
            <Timeline
              events={file.corrections.map(({ at, by, field, before, after, reason }) => ({
                key: `${at} ${field}`,
                when: instantWord(at, language),
                tone: 'attention',
                title: t(($) => $.residents.happenings.corrected, {
                  field: fields[field] ?? field,
                  before: valueOf(field, before),
                  after: valueOf(field, after),
                }),
                detail: `${reason} · ${t(($) => $.residents.happeningBy, { by })}`,
              }))}
            />
          )}
        </Panel>
      </div>
    </Page>
  );
}
