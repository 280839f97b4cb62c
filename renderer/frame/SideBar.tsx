import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useWords } from '../lib/words.ts';
import { groups, type AppRoute } from '../routes/route.ts';
import styles from './Frame.module.css';

/** A page and the pages below it light the same entry: `/residents/12` lights `/residents`. */
function lights(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
}

export function SideBar({ routes }: { readonly routes: readonly AppRoute[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [location] = useLocation();
  // `/roster/fairness` is an entry of its own and does not light `/roster` as well.
  const lit = routes
    .filter((route) => route.group !== undefined && lights(route.path, location))
    .reduce((longest, { path }) => (path.length > longest.length ? path : longest), '');
  return (
    <nav className={styles['side']} aria-label={t(($) => $.frame.mainNavigation)}>
      {groups.map((group) => {
        const entries = routes.filter((route) => route.group === group);
        if (entries.length === 0) return null;
        return (
          <div key={group}>
            {group !== 'home' && <p className={styles['groupTitle']}>{t(($) => $.frame.groups[group])}</p>}
            <ul className={styles['group']}>
              {entries.map(({ path, label, icon: Mark }) => (
                <li key={path}>
                  <Link
                    href={path}
                    className={styles['link']}
                    aria-current={path === lit ? 'page' : undefined}
                  >
                    {Mark && <Mark size="1.125rem" stroke={1.7} aria-hidden />}
                    {label(words)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
