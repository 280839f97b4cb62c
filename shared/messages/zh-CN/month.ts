/** Texts of `npm run month`, the month without a window. */
export const month = {
  usage: '用法：npm run month -- --ledger 台账文件 --out 输出文件夹 [--seed 数字]',
  noLedger: '找不到台账文件 {{file}}，请核对路径。',
  noMonth: '台账里没有写明月份的考勤表，不知道该办哪个月；请在考勤表标题或工作表名里写明月份。',
  steps: {
    setUp: '建好加密数据库和主任、护士、财务三个账号',
    read: '读懂台账：{{sheets}} 张表，{{faults}} 处存疑',
    imported:
      '导入：入住人员 {{residents}} 人（存疑的另按待核实收治），体检 {{checkups}} 条；存疑 {{faults}} 处已列入导入报告',
    roster: '{{month}} 排班已发布：硬性违规 {{hard}} 处，未排满 {{open}} 班',
    attendance: '{{month}} 考勤已结账：{{people}} 人',
    payroll: '工资已复核、锁定：{{lines}} 人，实发合计 {{net}} 元',
    package: '上报包已签名、加密：第 {{sequence}} 号，{{file}}',
    verified: '县里的核验命令已核对上报包，结果见 county-report.txt',
    noPaper: '没有 Chromium，未生成 PDF；Excel 文件照常生成',
  },
  done: '全部完成，文件在 {{out}}',
  demo: '正在准备演示中心（虚构数据）…… 登录名 director、nurse、clerk，密码 demo-2026',
  notVerified: '上报包没有通过核验，原因见 {{out}} 里的 county-report.txt',
};
