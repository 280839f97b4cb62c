/** Who signs in on this PC. Caregivers appear in doer lists but have no account. */
export const roles = ['director', 'nurse', 'clerk'] as const;
export type Role = (typeof roles)[number];

/** What each role may do; a request names exactly one of these. Who may do what is decided here and nowhere else. */
const grants = {
  'accounts.manage': ['director'],
  'settings.manage': ['director'],
  'audit.read': ['director'],
  'backup.manage': ['director'],
  'ledger.import': ['director'],
  'residents.read': ['director', 'nurse'],
  'residents.write': ['director'],
  'wishes.write': ['director', 'nurse'],
  'complaints.handle': ['director'],
  'beds.read': ['director', 'nurse'],
  'beds.write': ['director'],
  'devices.read': ['director', 'nurse'],
  'devices.write': ['director'],
  'caregivers.read': ['director', 'nurse', 'clerk'],
  'caregivers.write': ['director'],
  'pairing.read': ['director', 'nurse'],
  'pairing.write': ['director'],
  'roster.read': ['director', 'nurse', 'clerk'],
  'roster.write': ['director'],
  'attendance.read': ['director', 'clerk'],
  'attendance.write': ['director', 'clerk'],
  'attendance.close': ['director', 'clerk'],
  'checkups.read': ['director', 'nurse'],
  'checkups.write': ['nurse'],
  'payroll.read': ['director', 'clerk'],
  'payroll.prepare': ['clerk'],
  'payroll.approve': ['director'],
  'policy.read': ['director', 'clerk'],
  'policy.write': ['director'],
  'package.read': ['director'],
  'package.build': ['director'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof grants;

/** `anyone`: also before sign-in. `signed-in`: every role. */
export type Needs = Permission | 'anyone' | 'signed-in';

export const permissions = Object.keys(grants) as Permission[];

/** Whether somebody in this role, or nobody yet (null), may make a request that needs this. */
export function may(role: Role | null, needs: Needs): boolean {
  if (needs === 'anyone') return true;
  if (role === null) return false;
  return needs === 'signed-in' || (grants[needs] as readonly Role[]).includes(role);
}
