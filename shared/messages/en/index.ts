import type { Words } from '../words.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { attendance } from './attendance.ts';
import { audit } from './audit.ts';
import { checkups } from './checkups.ts';
import { complaints } from './complaints.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { residents } from './residents.ts';
import { careWish } from './care-wish.ts';
import { backup } from './backup.ts';
import { beds } from './beds.ts';
import { devices } from './devices.ts';
import { caregivers } from './caregivers.ts';
import { pairing } from './pairing.ts';
import { kit } from './kit.ts';
import { month } from './month.ts';
import { ledger } from './ledger.ts';
import { keys } from './keys.ts';
import { start } from './start.ts';
import { people } from './people.ts';
import { roster } from './roster.ts';
import { rosterPapers } from './roster-papers.ts';
import { rosterGenerate } from './roster-generate.ts';
import { rosterGrid } from './roster-grid.ts';
import { fairness } from './roster-fairness.ts';
import { guards } from './roster-guards.ts';
import { rosterRepair } from './roster-repair.ts';
import { rosterRequests } from './roster-requests.ts';
import { packages } from './package.ts';
import { packageLife } from './package-life.ts';
import { payroll } from './payroll.ts';
import { policy } from './policy.ts';
import { shell } from './shell.ts';

/** Every text of the screen in English, with the keys of the Chinese. */
export const en: Words<typeof zhCN> = {
  attendance,
  audit,
  checkups,
  complaints,
  frame,
  home,
  residents,
  backup,
  careWish,
  beds,
  devices,
  caregivers,
  pairing,
  kit,
  month,
  roster,
  rosterPapers,
  rosterRepair,
  rosterRequests,
  rosterGenerate,
  rosterGrid,
  fairness,
  guards,
  packages,
  packageLife,
  ledger,
  keys,
  start,
  people,
  payroll,
  policy,
  shell,
};
