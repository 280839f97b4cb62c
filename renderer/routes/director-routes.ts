import IconBed from '@tabler/icons-react/dist/esm/icons/IconBed.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import IconWheelchair from '@tabler/icons-react/dist/esm/icons/IconWheelchair.mjs';
import { page, type AppRoute } from './route.ts';

/** The people and things of the house, and the ledger that they come from. */
export const directorRoutes: readonly AppRoute[] = [
  {
    path: '/residents',
    label: (words) => words.residents.title,
    needs: 'residents.read',
    group: 'director',
    icon: IconUsers,
    component: page(() => import('../residents/ResidentsPage.tsx'), 'ResidentsPage'),
  },
  {
    path: '/residents/:id',
    label: (words) => words.residents.title,
    needs: 'residents.read',
    component: page(() => import('../residents/ResidentPage.tsx'), 'ResidentPage'),
  },
  {
    path: '/beds',
    label: (words) => words.beds.title,
    needs: 'beds.read',
    group: 'director',
    icon: IconBed,
    component: page(() => import('../beds/BedsPage.tsx'), 'BedsPage'),
  },
  {
    path: '/beds/:id',
    label: (words) => words.beds.title,
    needs: 'beds.read',
    component: page(() => import('../beds/BedsPage.tsx'), 'BedsPage'),
  },
  {
    path: '/caregivers',
    label: (words) => words.caregivers.title,
    needs: 'caregivers.read',
    group: 'director',
    icon: IconHeartHandshake,
    component: page(() => import('../caregivers/CaregiversPage.tsx'), 'CaregiversPage'),
  },
  {
    path: '/caregivers/:id',
    label: (words) => words.caregivers.title,
    needs: 'caregivers.read',
    component: page(() => import('../caregivers/CaregiverPage.tsx'), 'CaregiverPage'),
  },
  {
    path: '/pairing',
    label: (words) => words.pairing.title,
    needs: 'pairing.read',
    group: 'director',
    icon: IconUsersGroup,
    component: page(() => import('../pairing/PairingPage.tsx'), 'PairingPage'),
  },
  {
    path: '/devices',
    label: (words) => words.devices.title,
    needs: 'devices.read',
    group: 'director',
    icon: IconWheelchair,
    component: page(() => import('../devices/DevicesPage.tsx'), 'DevicesPage'),
  },
  {
    path: '/devices/:id',
    label: (words) => words.devices.title,
    needs: 'devices.read',
    component: page(() => import('../devices/DevicePage.tsx'), 'DevicePage'),
  },
  {
    path: '/ledger',
    label: (words) => words.ledger.title,
    needs: 'ledger.import',
    group: 'director',
    icon: IconFileImport,
    component: page(() => import('../ledger/LedgerPage.tsx'), 'LedgerPage'),
  },
];
