import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import IconReportMedical from '@tabler/icons-react/dist/esm/icons/IconReportMedical.mjs';
import { page, type AppRoute } from './route.ts';

/** Checkups and their papers. */
export const nursingRoutes: readonly AppRoute[] = [
  {
    path: '/checkups/round',
    label: (words) => words.checkups.title,
    needs: 'checkups.read',
    group: 'nursing',
    icon: IconHeartbeat,
    component: page(() => import('../checkups/RoundPage.tsx'), 'RoundPage'),
  },
  {
    path: '/checkups/month',
    label: (words) => words.checkups.monthTitle,
    needs: 'checkups.read',
    group: 'nursing',
    icon: IconReportMedical,
    component: page(() => import('../checkups/MonthPage.tsx'), 'MonthPage'),
  },
  {
    path: '/checkups/residents/:id',
    label: (words) => words.checkups.trendTitle,
    needs: 'checkups.read',
    component: page(() => import('../checkups/TrendPage.tsx'), 'TrendPage'),
  },
  {
    path: '/print/checkups/:month',
    label: (words) => words.checkups.print.title,
    needs: 'checkups.read',
    paper: true,
    sample: '/print/checkups/2026-10',
    component: page(() => import('../print/CheckupsSheet.tsx'), 'CheckupsSheet'),
  },
];
