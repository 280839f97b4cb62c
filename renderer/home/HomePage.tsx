import { useState } from 'react';
import { Link } from 'wouter';
import { fill } from '../../shared/messages/fill.ts';
import { may } from '../../shared/contract/permissions.ts';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { groups, routes } from '../routes.tsx';
import styles from './Home.module.css';

const partOfDay = (hour: number) => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');

/** Where the day begins: what is next for this role, and the pages that it works on. */
export function HomePage() {
  const words = useWords();
  const { me } = useSession();
  const [hour] = useState(() => new Date().getHours());
  const greeting = words.home.greeting[partOfDay(hour)];
  const mine = routes.filter((route) => route.group && route.group !== 'home' && may(me.role, route.needs));
  return (
    <Page title={fill(greeting, { name: me.name })} note={words.home.nextHint[me.role]}>
      <div className={styles['panels']}>
        {groups.map((group) => {
          const pages = mine.filter((route) => route.group === group);
          if (pages.length === 0) return null;
          return (
            <Panel key={group} title={words.frame.groups[group]}>
              <ul className={styles['links']}>
                {pages.map(({ path, label, icon: Mark }) => (
                  <li key={path}>
                    <Link href={path} className={styles['link']}>
                      {Mark && <Mark size="1.25rem" stroke={1.6} aria-hidden />}
                      {label(words)}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          );
        })}
      </div>
    </Page>
  );
}
