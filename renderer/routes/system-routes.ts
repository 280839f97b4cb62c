import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUserCog from '@tabler/icons-react/dist/esm/icons/IconUserCog.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import { BACKUP_PATH } from '../backup/path.ts';
import { NEW_CODE_PATH } from '../people/new-code-path.ts';
import { page, type AppRoute } from './route.ts';

/** Accounts, settings and the log of what was done. */
export const systemRoutes: readonly AppRoute[] = [
  {
    path: '/accounts',
    label: (words) => words.frame.pages.accounts,
    needs: 'accounts.manage',
    group: 'system',
    icon: IconUserCog,
    component: page(() => import('../people/AccountsPage.tsx'), 'AccountsPage'),
  },
  {
    path: '/settings',
    label: (words) => words.frame.pages.settings,
    needs: 'settings.manage',
    group: 'system',
    icon: IconSettings,
    component: page(() => import('../people/SettingsPage.tsx'), 'SettingsPage'),
  },
  {
    path: NEW_CODE_PATH,
    label: (words) => words.keys.newCodeTitle,
    needs: 'accounts.manage',
    paper: true,
    component: page(() => import('../people/NewCodePage.tsx'), 'NewCodePage'),
  },
  {
    path: BACKUP_PATH,
    label: (words) => words.backup.title,
    needs: 'backup.manage',
    group: 'system',
    icon: IconShieldCheck,
    component: page(() => import('../backup/BackupPage.tsx'), 'BackupPage'),
  },
  {
    path: '/audit',
    label: (words) => words.frame.pages.audit,
    needs: 'audit.read',
    group: 'system',
    icon: IconHistory,
    component: page(() => import('../audit/AuditPage.tsx'), 'AuditPage'),
  },
  {
    path: '/accounts/rights',
    label: (words) => words.audit.rights.title,
    needs: 'accounts.manage',
    component: page(() => import('../audit/RightsPage.tsx'), 'RightsPage'),
    sample: '/accounts/rights',
  },
  {
    path: '/audit/compare',
    label: (words) => words.audit.anchors.title,
    needs: 'audit.read',
    component: page(() => import('../audit/ComparePage.tsx'), 'ComparePage'),
    sample: '/audit/compare',
  },
];
