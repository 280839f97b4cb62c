import IconPackageExport from '@tabler/icons-react/dist/esm/icons/IconPackageExport.mjs';
import { page, type AppRoute } from './route.ts';

/** What goes up to the county. */
export const reportRoutes: readonly AppRoute[] = [
  {
    path: '/packages',
    label: (words) => words.packages.title,
    needs: 'package.read',
    group: 'report',
    icon: IconPackageExport,
    component: page(() => import('../package/PackagesPage.tsx'), 'PackagesPage'),
  },
  {
    path: '/packages/keys',
    label: (words) => words.packages.keysTitle,
    needs: 'package.read',
    component: page(() => import('../package/KeysPage.tsx'), 'KeysPage'),
    sample: '/packages/keys',
  },
];
