import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { Timeline } from '../kit/Timeline.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { CareWishPanel } from './CareWishPanel.tsx';
import { Doubts } from './Doubts.tsx';
import { happeningEvents } from './happening-events.tsx';
import { ResidentActs } from './ResidentActs.tsx';
import { ResidentFactList } from './ResidentFactList.tsx';
import { SpanList } from './SpanList.tsx';
import { StandingLine } from './StandingLine.tsx';
import styles from './residents.module.css';

/** The whole file of one resident. */
export function ResidentPage() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery(requests.residents.open.queryOptions({ input: { id } }));
  return <Answer query={file}>{(data) => <ResidentFileView key={data.id} file={data} />}</Answer>;
}

function ResidentFileView({ file }: { readonly file: ResidentFile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().residents;
  return (
    <Page
      title={file.name}
      note={file.bed ? t(($) => $.kit.bed, { bed: file.bed?.label ?? '' }) : undefined}
      acts={<ResidentActs file={file} />}
    >
      <div className={styles['file']}>
        <div className={styles['column']}>
          <Doubts file={file} />
          <Panel title={texts.facts}>
            <StandingLine file={file} />
            <ResidentFactList file={file} />
          </Panel>
          <CareWishPanel file={file} />
          <Panel title={texts.stays}>
            <SpanList
              none={t(($) => $.kit.noBed)}
              spans={file.stays.map((stay) => ({ ...stay, what: t(($) => $.kit.bed, { bed: stay.bed }) }))}
            />
          </Panel>
          <Panel title={texts.pairings}>
            <SpanList
              none={texts.noCaregiver}
              spans={file.pairings.map((pairing) => ({
                ...pairing,
                what: <Link href={`/caregivers/${pairing.caregiverId}`}>{pairing.caregiver}</Link>,
              }))}
            />
          </Panel>
          <Panel title={texts.devices}>
            <SpanList
              none={texts.noDevices}
              spans={file.devices.map((held) => ({
                ...held,
                what: (
                  <Link href={`/devices/${held.deviceId}`}>
                    {held.device} {held.code}
                  </Link>
                ),
              }))}
            />
          </Panel>
        </div>
        <Panel title={texts.timeline}>
          <Timeline events={happeningEvents(file.timeline, texts, language)} />
        </Panel>
      </div>
    </Page>
  );
}
