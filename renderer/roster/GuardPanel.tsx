import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import {
  expiredCertificate,
  type certificateMatters,
  type GuardMatters,
} from '../../shared/roster/guards-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { GuardPosts } from './GuardPosts.tsx';
import type { Person } from './person.ts';
import styles from './roster.module.css';

const tones: Readonly<Record<(typeof certificateMatters)[number], Tone>> = {
  expired: 'danger',
  expires: 'attention',
  missing: 'plain',
};

/** What of the people's papers speaks against their work in a month: certificates, double files, posts elsewhere. */
export function GuardPanel({ month, people }: { readonly month: Month; readonly people: readonly Person[] }) {
  const matters = useQuery(requests.roster.guards.month.queryOptions({ input: { month } }));
  return (
    <>
      <Answer query={matters}>{(data) => <Matters matters={data} />}</Answer>
      <GuardPosts month={month} people={people} />
    </>
  );
}

function Matters({ matters }: { readonly matters: GuardMatters }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const mayWrite = useMay('roster.write');
  const set = useCommand(api.roster.guards.setExpiredCertificate);
  const { certificates, twins } = matters;
  const order = ['expired', 'expires', 'missing'];
  return (
    <>
      <h3 className={styles['listTitle']}>{words.certificateTitle}</h3>
      <p className={styles['hint']}>{words.certificateHint}</p>
      <Select
        label={words.certificateMode}
        w="20rem"
        readOnly={!mayWrite}
        allowDeselect={false}
        data={expiredCertificate.map((value) => ({ value, label: words.certificateModes[value] }))}
        value={matters.expiredCertificate}
        onChange={(mode) => {
          const chosen = expiredCertificate.find((one) => one === mode);
          if (chosen && chosen !== matters.expiredCertificate) void set.run({ mode: chosen });
        }}
      />
      {certificates.length === 0 && <p className={styles['hint']}>{words.certificateNone}</p>}
      {certificates
        .toSorted((a, b) => order.indexOf(a.matter) - order.indexOf(b.matter))
        .map(({ caregiverId, caregiver, until, matter }) => (
          <div key={caregiverId} className={styles['entry']}>
            <strong>{caregiver}</strong>
            <StatusBadge tone={tones[matter]}>{words.matters[matter]}</StatusBadge>
            {until && <span>{t(($) => $.guards.until, { day: dayText(until, language) })}</span>}
            <Link href={`/caregivers/${caregiverId}`}>{words.toFile}</Link>
          </div>
        ))}
      {twins.length > 0 && (
        <>
          <h3 className={styles['listTitle']}>{words.twinsTitle}</h3>
          <p className={styles['hint']}>{words.twinsHint}</p>
          {twins.map((group) => (
            <div key={group[0]?.id} className={styles['entry']}>
              {group.map(({ id, name, phone }) => (
                <Link key={id} href={`/caregivers/${id}`}>
                  {name} {phone}
                </Link>
              ))}
            </div>
          ))}
        </>
      )}
    </>
  );
}
