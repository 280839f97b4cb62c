import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import { page, type AppRoute } from './route.ts';

/** Who works when: the desk, what is asked of it, and its papers. */
export const rosterRoutes: readonly AppRoute[] = [
  {
    path: '/roster',
    label: (words) => words.roster.title,
    needs: 'roster.read',
    group: 'director',
    icon: IconCalendarUser,
    component: page(() => import('../roster/RosterPage.tsx'), 'RosterPage'),
  },
  {
    path: '/roster/fairness',
    label: (words) => words.fairness.title,
    needs: 'roster.read',
    group: 'director',
    icon: IconChartBar,
    component: page(() => import('../roster/FairnessPage.tsx'), 'FairnessPage'),
  },
  {
    path: '/print/fairness/:year',
    label: (words) => words.fairness.title,
    needs: 'roster.read',
    paper: true,
    sample: '/print/fairness/2026',
    component: page(() => import('../print/FairnessSheet.tsx'), 'FairnessSheet'),
  },
  {
    path: '/roster/compare/:month',
    label: (words) => words.rosterGrid.compare,
    needs: 'roster.read',
    sample: '/roster/compare/2026-11',
    component: page(() => import('../roster/ComparePage.tsx'), 'ComparePage'),
  },
  {
    path: '/roster/repair',
    label: (words) => words.rosterRepair.title,
    needs: 'roster.read',
    component: page(() => import('../roster/RepairPage.tsx'), 'RepairPage'),
  },
  {
    path: '/roster/requests',
    label: (words) => words.rosterRequests.title,
    needs: 'roster.read',
    component: page(() => import('../roster/RequestsPage.tsx'), 'RequestsPage'),
  },
  {
    path: '/roster/rotation',
    label: (words) => words.rosterRequests.rotationTitle,
    needs: 'roster.read',
    component: page(() => import('../roster/RotationPage.tsx'), 'RotationPage'),
  },
  {
    path: '/roster/duties/:day',
    label: (words) => words.roster.duties,
    needs: 'roster.read',
    sample: '/roster/duties/2026-11-15',
    component: page(() => import('../roster/DutiesPage.tsx'), 'DutiesPage'),
  },
  {
    path: '/print/roster/:month',
    label: (words) => words.roster.title,
    needs: 'roster.read',
    paper: true,
    sample: '/print/roster/2026-11',
    component: page(() => import('../print/RosterSheet.tsx'), 'RosterSheet'),
  },
  {
    path: '/print/roster-slips/:month',
    label: (words) => words.rosterPapers.slip.open,
    needs: 'roster.read',
    paper: true,
    sample: '/print/roster-slips/2026-11',
    component: page(() => import('../print/RosterSlips.tsx'), 'RosterSlips'),
  },
  {
    path: '/print/duties/:day',
    label: (words) => words.roster.duties,
    needs: 'roster.read',
    paper: true,
    sample: '/print/duties/2026-11-15',
    component: page(() => import('../print/DutySheet.tsx'), 'DutySheet'),
  },
];
