import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconCalendarCheck from '@tabler/icons-react/dist/esm/icons/IconCalendarCheck.mjs';
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import IconWheelchair from '@tabler/icons-react/dist/esm/icons/IconWheelchair.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconBed from '@tabler/icons-react/dist/esm/icons/IconBed.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import IconPackageExport from '@tabler/icons-react/dist/esm/icons/IconPackageExport.mjs';
import IconContract from '@tabler/icons-react/dist/esm/icons/IconContract.mjs';
import IconReportMoney from '@tabler/icons-react/dist/esm/icons/IconReportMoney.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import IconReportMedical from '@tabler/icons-react/dist/esm/icons/IconReportMedical.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUserCog from '@tabler/icons-react/dist/esm/icons/IconUserCog.mjs';
import type { Icon } from '@tabler/icons-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Needs } from '../shared/contract/permissions.ts';
import type { Messages } from '../shared/messages/index.ts';
import type { Words } from '../shared/messages/words.ts';

/** The parts of the side bar, in order: whose work it is. */
export const groups = ['home', 'director', 'nursing', 'finance', 'report', 'system'] as const;
export type Group = (typeof groups)[number];

export type AppRoute = {
  /** A wouter pattern after the `#`: `/residents`, `/residents/:id`. */
  readonly path: string;
  readonly label: (words: Words<Messages>) => string;
  readonly needs: Needs;
  readonly component: LazyExoticComponent<ComponentType>;
  /** Where it stands in the side bar; without one it is reached from other pages. */
  readonly group?: Group;
  readonly icon?: Icon;
  /** A page of paper: drawn without the frame. */
  readonly paper?: true;
  /** An address that fits a pattern with parameters, for the walk over all pages; without one the walk leaves the page out. */
  readonly sample?: string;
};

/** A page is loaded when it is first opened. */
function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }));
}

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
  {
    path: '/residents',
    label: (words) => words.residents.title,
    needs: 'residents.read',
    group: 'director',
    icon: IconUsers,
    component: page(() => import('./residents/ResidentsPage.tsx'), 'ResidentsPage'),
  },
  {
    path: '/residents/:id',
    label: (words) => words.residents.title,
    needs: 'residents.read',
    component: page(() => import('./residents/ResidentPage.tsx'), 'ResidentPage'),
  },
  {
    path: '/beds',
    label: (words) => words.beds.title,
    needs: 'beds.read',
    group: 'director',
    icon: IconBed,
    component: page(() => import('./beds/BedsPage.tsx'), 'BedsPage'),
  },
  {
    path: '/beds/:id',
    label: (words) => words.beds.title,
    needs: 'beds.read',
    component: page(() => import('./beds/BedsPage.tsx'), 'BedsPage'),
  },
  {
    path: '/caregivers',
    label: (words) => words.caregivers.title,
    needs: 'caregivers.read',
    group: 'director',
    icon: IconHeartHandshake,
    component: page(() => import('./caregivers/CaregiversPage.tsx'), 'CaregiversPage'),
  },
  {
    path: '/caregivers/:id',
    label: (words) => words.caregivers.title,
    needs: 'caregivers.read',
    component: page(() => import('./caregivers/CaregiverPage.tsx'), 'CaregiverPage'),
  },
  {
    path: '/pairing',
    label: (words) => words.pairing.title,
    needs: 'pairing.read',
    group: 'director',
    icon: IconUsersGroup,
    component: page(() => import('./pairing/PairingPage.tsx'), 'PairingPage'),
  },
  {
    path: '/devices',
    label: (words) => words.devices.title,
    needs: 'devices.read',
    group: 'director',
    icon: IconWheelchair,
    component: page(() => import('./devices/DevicesPage.tsx'), 'DevicesPage'),
  },
  {
    path: '/devices/:id',
    label: (words) => words.devices.title,
    needs: 'devices.read',
    component: page(() => import('./devices/DevicePage.tsx'), 'DevicePage'),
  },
  {
    path: '/ledger',
    label: (words) => words.ledger.title,
    needs: 'ledger.import',
    group: 'director',
    icon: IconFileImport,
    component: page(() => import('./ledger/LedgerPage.tsx'), 'LedgerPage'),
  },
  {
    path: '/roster',
    label: (words) => words.roster.title,
    needs: 'roster.read',
    group: 'director',
    icon: IconCalendarUser,
    component: page(() => import('./roster/RosterPage.tsx'), 'RosterPage'),
  },
  {
    path: '/roster/fairness',
    label: (words) => words.fairness.title,
    needs: 'roster.read',
    group: 'director',
    icon: IconChartBar,
    component: page(() => import('./roster/FairnessPage.tsx'), 'FairnessPage'),
  },
  {
    path: '/print/fairness/:year',
    label: (words) => words.fairness.title,
    needs: 'roster.read',
    paper: true,
    sample: '/print/fairness/2026',
    component: page(() => import('./print/FairnessSheet.tsx'), 'FairnessSheet'),
  },
  {
    path: '/roster/compare/:month',
    label: (words) => words.rosterGrid.compare,
    needs: 'roster.read',
    sample: '/roster/compare/2026-11',
    component: page(() => import('./roster/ComparePage.tsx'), 'ComparePage'),
  },
  {
    path: '/roster/repair',
    label: (words) => words.rosterRepair.title,
    needs: 'roster.read',
    component: page(() => import('./roster/RepairPage.tsx'), 'RepairPage'),
  },
  {
    path: '/roster/requests',
    label: (words) => words.rosterRequests.title,
    needs: 'roster.read',
    component: page(() => import('./roster/RequestsPage.tsx'), 'RequestsPage'),
  },
  {
    path: '/roster/rotation',
    label: (words) => words.rosterRequests.rotationTitle,
    needs: 'roster.read',
    component: page(() => import('./roster/RotationPage.tsx'), 'RotationPage'),
  },
  {
    path: '/roster/duties/:day',
    label: (words) => words.roster.duties,
    needs: 'roster.read',
    sample: '/roster/duties/2026-11-15',
    component: page(() => import('./roster/DutiesPage.tsx'), 'DutiesPage'),
  },
  {
    path: '/print/roster/:month',
    label: (words) => words.roster.title,
    needs: 'roster.read',
    paper: true,
    sample: '/print/roster/2026-11',
    component: page(() => import('./print/RosterSheet.tsx'), 'RosterSheet'),
  },
  {
    path: '/print/roster-slips/:month',
    label: (words) => words.rosterPapers.slip.open,
    needs: 'roster.read',
    paper: true,
    sample: '/print/roster-slips/2026-11',
    component: page(() => import('./print/RosterSlips.tsx'), 'RosterSlips'),
  },
  {
    path: '/print/duties/:day',
    label: (words) => words.roster.duties,
    needs: 'roster.read',
    paper: true,
    sample: '/print/duties/2026-11-15',
    component: page(() => import('./print/DutySheet.tsx'), 'DutySheet'),
  },
  {
    path: '/attendance',
    label: (words) => words.attendance.title,
    needs: 'attendance.read',
    group: 'finance',
    icon: IconCalendarCheck,
    component: page(() => import('./attendance/AttendancePage.tsx'), 'AttendancePage'),
  },
  {
    path: '/print/attendance/:month',
    label: (words) => words.attendance.title,
    needs: 'attendance.read',
    paper: true,
    sample: '/print/attendance/2026-10',
    component: page(() => import('./print/AttendanceSheet.tsx'), 'AttendanceSheet'),
  },
  {
    path: '/checkups/round',
    label: (words) => words.checkups.title,
    needs: 'checkups.read',
    group: 'nursing',
    icon: IconHeartbeat,
    component: page(() => import('./checkups/RoundPage.tsx'), 'RoundPage'),
  },
  {
    path: '/checkups/month',
    label: (words) => words.checkups.monthTitle,
    needs: 'checkups.read',
    group: 'nursing',
    icon: IconReportMedical,
    component: page(() => import('./checkups/MonthPage.tsx'), 'MonthPage'),
  },
  {
    path: '/checkups/residents/:id',
    label: (words) => words.checkups.trendTitle,
    needs: 'checkups.read',
    component: page(() => import('./checkups/TrendPage.tsx'), 'TrendPage'),
  },
  {
    path: '/print/checkups/:month',
    label: (words) => words.checkups.print.title,
    needs: 'checkups.read',
    paper: true,
    sample: '/print/checkups/2026-10',
    component: page(() => import('./print/CheckupsSheet.tsx'), 'CheckupsSheet'),
  },
  {
    path: '/packages',
    label: (words) => words.packages.title,
    needs: 'package.read',
    group: 'report',
    icon: IconPackageExport,
    component: page(() => import('./package/PackagesPage.tsx'), 'PackagesPage'),
  },
  {
    path: '/packages/keys',
    label: (words) => words.packages.keysTitle,
    needs: 'package.read',
    component: page(() => import('./package/KeysPage.tsx'), 'KeysPage'),
    sample: '/packages/keys',
  },
  {
    path: '/payroll',
    label: (words) => words.payroll.title,
    needs: 'payroll.read',
    group: 'finance',
    icon: IconReportMoney,
    component: page(() => import('./payroll/PayrollPage.tsx'), 'PayrollPage'),
  },
  {
    path: '/pay-terms',
    label: (words) => words.payroll.termsTitle,
    needs: 'payroll.read',
    group: 'finance',
    icon: IconContract,
    component: page(() => import('./payroll/TermsPage.tsx'), 'TermsPage'),
  },
  {
    path: '/policy',
    label: (words) => words.policy.title,
    needs: 'policy.read',
    group: 'finance',
    icon: IconScale,
    component: page(() => import('./policy/PolicyPage.tsx'), 'PolicyPage'),
  },
  {
    path: '/print/pay-sheet/:month',
    label: (words) => words.payroll.print,
    needs: 'payroll.read',
    paper: true,
    sample: '/print/pay-sheet/2026-10',
    component: page(() => import('./print/PaySheet.tsx'), 'PaySheet'),
  },
  {
    path: '/print/pay-notice/:month',
    label: (words) => words.payroll.printNotice,
    needs: 'payroll.read',
    paper: true,
    sample: '/print/pay-notice/2026-10',
    component: page(() => import('./print/PaySheet.tsx'), 'PayNotice'),
  },
  {
    path: '/print/pay-slips/:month',
    label: (words) => words.payroll.printSlips,
    needs: 'payroll.read',
    paper: true,
    sample: '/print/pay-slips/2026-10',
    component: page(() => import('./print/PaySlips.tsx'), 'PaySlips'),
  },
  {
    path: '/accounts',
    label: (words) => words.frame.pages.accounts,
    needs: 'accounts.manage',
    group: 'system',
    icon: IconUserCog,
    component: page(() => import('./people/AccountsPage.tsx'), 'AccountsPage'),
  },
  {
    path: '/settings',
    label: (words) => words.frame.pages.settings,
    needs: 'settings.manage',
    group: 'system',
    icon: IconSettings,
    component: page(() => import('./people/SettingsPage.tsx'), 'SettingsPage'),
  },
  {
    path: '/audit',
    label: (words) => words.frame.pages.audit,
    needs: 'audit.read',
    group: 'system',
    icon: IconHistory,
    component: page(() => import('./people/AuditPage.tsx'), 'AuditPage'),
  },
];
