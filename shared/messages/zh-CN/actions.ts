import type { NameWords } from '../failure-words.ts';

/** What each request that changes something is called in the log of what was done. Every feature adds its own. */
export const actions: NameWords = {
  'people.setUp': '建立托养中心',
  'people.signIn': '登录',
  'people.signInRefused': '登录被拒',
  'people.signOut': '退出登录',
  'people.recover': '用恢复码重设密码',
  'people.changePassword': '修改密码',
  'people.addAccount': '新增账号',
  'people.resetPassword': '重设密码',
  'people.endAccount': '停用账号',
  'people.setIdleMinutes': '修改自动锁屏时间',
};
