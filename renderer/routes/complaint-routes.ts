import IconMessageReport from '@tabler/icons-react/dist/esm/icons/IconMessageReport.mjs';
import { page, type AppRoute } from './route.ts';

/** Complaints: everybody may bring one, so they stand beside the first page. */
export const complaintRoutes: readonly AppRoute[] = [
  {
    path: '/complaints',
    label: (words) => words.complaints.title,
    needs: 'signed-in',
    group: 'home',
    icon: IconMessageReport,
    component: page(() => import('../complaints/ComplaintsPage.tsx'), 'ComplaintsPage'),
  },
  {
    path: '/complaints/new',
    label: (words) => words.complaints.recordTitle,
    needs: 'signed-in',
    sample: '/complaints/new',
    component: page(() => import('../complaints/RecordPage.tsx'), 'RecordPage'),
  },
  {
    path: '/complaints/:id',
    label: (words) => words.complaints.title,
    needs: 'signed-in',
    component: page(() => import('../complaints/ComplaintPage.tsx'), 'ComplaintPage'),
  },
  {
    path: '/print/complaint/:id',
    label: (words) => words.complaints.paper.title,
    needs: 'complaints.handle',
    paper: true,
    component: page(() => import('../print/ComplaintSheet.tsx'), 'ComplaintSheet'),
  },
];
