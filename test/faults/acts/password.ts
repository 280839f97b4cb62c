import type { Acts } from '../desk.ts';

/** Passwords change, an account comes, has its password reset, and goes: the keyring is written each time. */
export const acts: Acts = async ({ director }) => {
  let before = 'liuhe-2026';
  for (let round = 1; round <= 5; round++) {
    const after = `liuhe-2026-${round}`;
    await director.people.changePassword({ before, after });
    before = after;
    const { id } = await director.people.addAccount({
      login: `nurse-${round}`,
      name: '新来的',
      role: 'nurse',
      password: 'liuhe-2026',
    });
    await director.people.resetPassword({ id, password: 'liuhe-2027' });
    await director.people.endAccount({ id, reason: '离职' });
  }
};
