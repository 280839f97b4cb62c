import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import { complaintRoutes } from './routes/complaint-routes.ts';
import { directorRoutes } from './routes/director-routes.ts';
import { rosterRoutes } from './routes/roster-routes.ts';
import { nursingRoutes } from './routes/nursing-routes.ts';
import { financeRoutes } from './routes/finance-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { systemRoutes } from './routes/system-routes.ts';
import { page, type AppRoute } from './routes/route.ts';

/** Every page: the side bar, permission, search and the walks of the end-to-end tests all follow from this list. */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    label: (words) => words.frame.pages.today,
    needs: 'signed-in',
    group: 'home',
    icon: IconHome,
    component: page(() => import('./home/HomePage.tsx'), 'HomePage'),
  },
  ...complaintRoutes,
  ...directorRoutes,
  ...rosterRoutes,
  ...nursingRoutes,
  ...financeRoutes,
  ...reportRoutes,
  ...systemRoutes,
];
