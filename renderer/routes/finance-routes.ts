import IconCalendarCheck from '@tabler/icons-react/dist/esm/icons/IconCalendarCheck.mjs';
import IconContract from '@tabler/icons-react/dist/esm/icons/IconContract.mjs';
import IconReportMoney from '@tabler/icons-react/dist/esm/icons/IconReportMoney.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { page, type AppRoute } from './route.ts';

/** Attendance, pay and what both follow. */
export const financeRoutes: readonly AppRoute[] = [
  {
    path: '/attendance',
    label: (words) => words.attendance.title,
    needs: 'attendance.read',
    group: 'finance',
    icon: IconCalendarCheck,
    component: page(() => import('../attendance/AttendancePage.tsx'), 'AttendancePage'),
  },
  {
    path: '/print/attendance/:month',
    label: (words) => words.attendance.title,
    needs: 'attendance.read',
    paper: true,
    sample: '/print/attendance/2026-10',
    component: page(() => import('../print/AttendanceSheet.tsx'), 'AttendanceSheet'),
  },
  {
    path: '/payroll',
    label: (words) => words.payroll.title,
    needs: 'payroll.read',
    group: 'finance',
    icon: IconReportMoney,
    component: page(() => import('../payroll/PayrollPage.tsx'), 'PayrollPage'),
  },
  {
    path: '/pay-terms',
    label: (words) => words.payroll.termsTitle,
    needs: 'payroll.read',
    group: 'finance',
    icon: IconContract,
    component: page(() => import('../payroll/TermsPage.tsx'), 'TermsPage'),
  },
  {
    path: '/policy',
    label: (words) => words.policy.title,
    needs: 'policy.read',
    group: 'finance',
    icon: IconScale,
    component: page(() => import('../policy/PolicyPage.tsx'), 'PolicyPage'),
  },
  {
    path: '/print/pay-sheet/:month',
    label: (words) => words.payroll.print,
    needs: 'payroll.read',
    paper: true,
    sample: '/print/pay-sheet/2026-10',
    component: page(() => import('../print/PaySheet.tsx'), 'PaySheet'),
  },
  {
    path: '/print/pay-notice/:month',
    label: (words) => words.payroll.printNotice,
    needs: 'payroll.read',
    paper: true,
    sample: '/print/pay-notice/2026-10',
    component: page(() => import('../print/PaySheet.tsx'), 'PayNotice'),
  },
  {
    path: '/print/pay-slips/:month',
    label: (words) => words.payroll.printSlips,
    needs: 'payroll.read',
    paper: true,
    sample: '/print/pay-slips/2026-10',
    component: page(() => import('../print/PaySlips.tsx'), 'PaySlips'),
  },
];
