import type { NameWords } from '../failure-words.ts';

/** Names of the fields of requests (last part of the path), for 「请检查：……」. Every feature adds its own. */
export const fieldNames: NameWords = {
  login: '登录名',
  name: '姓名或名称',
  password: '密码',
  before: '原密码',
  after: '新密码',
  role: '岗位',
  code: '代码',
  county: '县（市、区）',
  countyCode: '县级区划代码',
  township: '乡镇（街道）',
  reason: '原因',
  minutes: '分钟数',
  base64: '文件内容',
};

/** Names of things that may not be found. Every feature adds its own. */
export const thingNames: NameWords = {
  account: '账号',
};
