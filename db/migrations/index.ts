import type { Migration } from '../migrate.ts';
import { people } from './010-people.ts';
import { residents } from './020-residents.ts';
import { caregivers } from './030-caregivers.ts';
import { rosters } from './040-rosters.ts';
import { health } from './050-health.ts';
import { payroll } from './060-payroll.ts';
import { packages } from './070-packages.ts';
import { ledgers } from './080-ledgers.ts';
import { rosterRequests } from './090-roster-requests.ts';
import { guards } from './100-guards.ts';
import { duties } from './110-duties.ts';
import { rosterMaking } from './120-roster-making.ts';
import { rosterRepairs } from './130-roster-repairs.ts';
import { rosterSpent } from './140-roster-spent.ts';
import { auditAnchors } from './160-audit-anchors.ts';
import { backups } from './170-backups.ts';
import { packageReceipts } from './180-package-receipts.ts';
import { accountPins } from './200-account-pins.ts';
import { secondSigningKey } from './210-second-signing-key.ts';
import { packageContent } from './220-package-content.ts';
import { complaints } from './230-complaints.ts';

/** Add at the end, never edit, never renumber: these have run on real databases. */
export const migrations: readonly Migration[] = [
  people,
  residents,
  caregivers,
  rosters,
  health,
  payroll,
  packages,
  ledgers,
  rosterRequests,
  guards,
  duties,
  rosterMaking,
  rosterRepairs,
  rosterSpent,
  auditAnchors,
  backups,
  packageReceipts,
  accountPins,
  secondSigningKey,
  packageContent,
  complaints,
];
