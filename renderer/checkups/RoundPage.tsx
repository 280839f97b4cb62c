import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useMay, useSession } from '../lib/session.ts';
import { RoundSheet } from './RoundSheet.tsx';

/** The page to log one round for everybody in house by keyboard. `?day=` opens another day than today. */
export function RoundPage() {
  const { me, today } = useSession();
  const mayWrite = useMay('checkups.write');
  const [search] = useSearchParams();
  const wanted = search.get('day') ?? '';
  const [day, setDay] = useState<Day>(isDay(wanted) && wanted <= today ? wanted : today);
  const [round, setRound] = useState(1);
  const sheet = useQuery(requests.checkups.round.queryOptions({ input: { day, round } }));
  return (
    <Answer query={sheet}>
      {(data) => (
        <RoundSheet
          key={me.id}
          of={{ account: me.id, day, round }}
          data={data}
          mayWrite={mayWrite}
          onRound={(next) => {
            setDay(next.day);
            setRound(next.round);
          }}
        />
      )}
    </Answer>
  );
}
