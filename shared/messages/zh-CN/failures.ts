import type { FailureWords } from '../failure-words.ts';
import { fieldNames, thingNames } from './names.ts';

const fieldList = (fields: readonly string[]) => {
  const known = new Set(fields.map((path) => fieldNames[path.split('.').at(-1) ?? ''] ?? '填写的内容'));
  return known.size === 0 ? '填写的内容' : [...known].join('、');
};

const waiting = (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);

/** One sentence for each failure: what is the case, what to do. */
export const failures: FailureWords = {
  // The door
  NOT_SIGNED_IN: () => '您已退出或屏幕已锁定，请重新登录。',
  NOT_ALLOWED: () => '您的岗位不能做这件事，请由主任办理。',
  BAD_INPUT: ({ fields }) => `请检查：${fieldList(fields)}。`,
  NOT_FOUND: ({ what }) => `找不到这条记录（${thingNames[what] ?? what}），它可能已被改动，请刷新后再试。`,
  UNEXPECTED: ({ reference }) => `出了意外，没有改动任何数据；请把这个编号告诉技术人员：${reference}。`,
  CANCELLED: () => '已取消，没有留下任何改动。',
  // People and the file
  ALREADY_SET_UP: () => '本机已经建好托养中心，请直接登录。',
  NOT_SET_UP: () => '本机还没有托养中心，请先完成初始设置。',
  WRONG_PASSWORD: () => '登录名或密码不对，请重新输入；忘记密码可用恢复码重设。',
  WRONG_RECOVERY_CODE: ({ line }) =>
    line > 0
      ? `恢复码第 ${line} 行不对，请对照纸上的恢复码再看一遍。`
      : '恢复码不对，请对照纸上的恢复码再看一遍。',
  TOO_MANY_TRIES: ({ seconds }) => `试的次数太多，请等 ${waiting(seconds)} 后再试。`,
  WEAK_PASSWORD: ({ least }) => `密码太简单，至少要 ${least} 个字符，且不能与登录名相同。`,
  LOGIN_TAKEN: ({ login }) => `登录名「${login}」已有人使用，请换一个。`,
  LAST_DIRECTOR: () => '这是唯一的主任账号，不能停用；请先新增另一位主任。',
  CENTRE_OPEN_ELSEWHERE: () => '数据正被另一个窗口或程序使用，请先关闭它再登录。',
  FILE_DAMAGED: () => '数据文件已损坏，不能打开；请用最近的备份恢复，并保留原文件。',
  FILE_FOREIGN: () => '这个文件不是暖托的数据文件，请核对数据文件夹。',
  FILE_NEWER: ({ found, known }) =>
    `数据文件由更新的版本保存（版本 ${found}，本程序只认识到 ${known}），请先升级程序。`,
  DISK_FULL: () => '磁盘已满，没有保存；请清理磁盘空间后再试。',
};
