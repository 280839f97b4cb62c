import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch } from 'wouter';
import { may } from '../../shared/contract/permissions.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Waiting } from '../kit/Waiting.tsx';
import { useIdleLock } from '../lib/idle-lock.ts';
import { OpenPaths } from '../lib/open-paths.ts';
import { useSession } from '../lib/session.ts';
import { routes } from '../routes.ts';
import type { AppRoute } from '../routes/route.ts';
import { Frame } from './Frame.tsx';
import { Guard } from './Guard.tsx';

/** The pages that this person's role may see; paper without the frame, the rest inside it. */
export function Pages() {
  const { me, idleMinutes } = useSession();
  useIdleLock(idleMinutes);
  const allowed = routes.filter((route) => may(me.role, route.needs));
  return (
    <OpenPaths value={new Set(allowed.map((route) => route.path))}>
      <Switch>
        {allowed.filter((route) => route.paper).map(drawn)}
        <Route>
          <Frame routes={allowed}>
            <Switch>
              {allowed.filter((route) => !route.paper).map(drawn)}
              <Route>
                <MissingPage />
              </Route>
            </Switch>
          </Frame>
        </Route>
      </Switch>
    </OpenPaths>
  );
}

function drawn({ path, component: Page }: AppRoute) {
  return (
    <Route key={path} path={path}>
      <Guard key={path}>
        <Suspense fallback={<Waiting />}>
          <Page />
        </Suspense>
      </Guard>
    </Route>
  );
}

function MissingPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t(($) => $.frame.pageMissing)}
      hint={t(($) => $.frame.pageMissingHint)}
      action={<Link href="/">{t(($) => $.frame.backHome)}</Link>}
    />
  );
}
