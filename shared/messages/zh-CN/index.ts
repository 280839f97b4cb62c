import { attendance } from './attendance.ts';
import { checkups } from './checkups.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { kit } from './kit.ts';
import { people } from './people.ts';
import { roster } from './roster.ts';
import { packages } from './package.ts';
import { payroll } from './payroll.ts';
import { policy } from './policy.ts';

/** Every text of the screen in Chinese, one file a feature. Failures stand apart: they are sentences with facts. */
export const zhCN = {
  attendance,
  checkups,
  frame,
  home,
  kit,
  roster,
  packages,
  people,
  payroll,
  policy,
};
