import { fileFaults } from './file-faults.ts';
import type { FailureWords } from '../failure-words.ts';
import { fill } from '../fill.ts';
import { fieldNames, thingNames } from './names.ts';
import { policy } from './policy.ts';
import { roster } from './roster.ts';
import { guards } from './roster-guards.ts';
import { rosterRequests } from './roster-requests.ts';

const fieldList = (fields: readonly string[]) => {
  const known = new Set(fields.map((path) => fieldNames[path.split('.').at(-1) ?? ''] ?? '填写的内容'));
  return known.size === 0 ? '填写的内容' : [...known].join('、');
};

const waiting = (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);

/** 2026-10-08 as 2026年10月8日. */
const chineseDay = (day: string) => day.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日');

const nationalIdWrong = {
  length: '身份证号应为 18 位，请核对；15 位旧号请换成现在的 18 位号码。',
  characters: '身份证号只能是数字，最后一位可以是 X，请核对。',
  province: '身份证号开头的省级代码不存在，请核对。',
  birth: '身份证号里的出生日期不存在，请核对。',
  'check-digit': '身份证号最后一位校验不符，多半是抄错了一位，请对照身份证核对。',
} as const;

const certificateDiffers = {
  'national-id':
    '残疾人证号里的身份证号与本人身份证号不同；请核对，确属证件如此时请勾选「证号与身份证不同」并写明原因。',
  disability: '残疾人证号表示的残疾类别与所填不同，请核对残疾人证。',
  level: '残疾人证号表示的残疾等级与所填不同，请核对残疾人证。',
} as const;

const nameOf = (field: string) => fieldNames[field] ?? field;

/** 2026-10 as 2026年10月. */
const chineseMonth = (month: string) => month.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月');

const packageReasons = {
  'no-county-key': '没有登记县里的收件公钥',
  'chain-held': '与县里的编号对不上，须先导入续报凭证',
  'month-not-begun': '这个月还没有到',
  'attendance-open': '考勤没有结账',
  'pay-open': '工资没有锁定',
  'already-reported': '本月已经上报（变动请生成更正包）',
  'nothing-to-correct': '本月还没有上报过，不能更正',
  'nothing-changed': '与上次上报的内容完全相同，不需要更正',
  'faulty-row': '有不合上报要求的数据',
} as const;

const parameterName = (key: string) => (policy.keys as Readonly<Record<string, string>>)[key] ?? key;

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
  ANCHOR_CODE_WRONG: ({ group }) => `码的第 ${group} 组不对，请对照纸上再看一遍。`,
  WRONG_RECOVERY_CODE: ({ line }) =>
    line > 0
      ? `恢复码第 ${line} 行不对，请对照纸上的恢复码再看一遍。`
      : '恢复码不对，请对照纸上的恢复码再看一遍。',
  TOO_MANY_TRIES: ({ seconds }) => `试的次数太多，请等 ${waiting(seconds)}后再试。`,
  WEAK_PASSWORD: ({ least }) => `密码太短，至少要 ${least} 个字符。`,
  PIN_TOO_SIMPLE: () => '这个 PIN 太好猜（同一个数字，或顺着、倒着数），请换一个。',
  PIN_WRONG: ({ left }) => `PIN 不对，还可以试 ${left} 次。`,
  PIN_CLOSED: () => 'PIN 已停用：错了 5 次。请本人用密码登录一次，PIN 就能再用。',
  PIN_NONE: () => '此人没有设 PIN，请退出后用密码登录。',
  LOGIN_TAKEN: ({ login }) => `登录名「${login}」已有人使用，请换一个。`,
  LAST_DIRECTOR: () => '这是唯一的主任账号，不能停用；请先新增另一位主任。',
  CENTRE_OPEN_ELSEWHERE: () => '数据正被另一个窗口或程序使用，请先关闭它再登录。',
  KEYRING_DAMAGED: () => '密钥文件和它的副本都不完整或被改动过，不能打开数据；请从备份恢复，并保留原文件。',
  FILE_GONE: () => '数据文件不见了（被移走或删除），密钥文件还在；请找回数据文件，或从备份恢复。',
  FILE_DAMAGED: () => '数据文件已损坏，不能打开；请从最近的备份恢复，原文件会保留。',
  FILE_FOREIGN: () =>
    '数据文件与密钥文件不是一对（其中一个被换过，或来自别的中心），不能打开；请核对数据文件夹，或从备份把两个文件一起恢复。',
  FILE_NEWER: ({ found, known }) =>
    `数据文件由更新的版本保存（版本 ${found}，本程序只认识到 ${known}），请先升级程序。`,
  DISK_FULL: () => '磁盘已满，没有保存；请清理磁盘空间后再试。',
  DISK_FAILING: () => '硬盘读写出错，没有保存；请停止录入，马上备份到另一个盘，再联系技术人员。',
  // Residents, beds, devices, caregivers, pairing
  NATIONAL_ID_WRONG: ({ problem }) => nationalIdWrong[problem],
  NATIONAL_ID_TAKEN: ({ name, left }) =>
    left
      ? `这个身份证号已登记为「${name}」（已离开），请打开原档案办理返回。`
      : `这个身份证号已登记为「${name}」，请核对号码，或打开原档案。`,
  SEX_DIFFERS_FROM_ID: ({ fromId }) =>
    `身份证号表示${fromId === 'male' ? '男' : '女'}性，与所填性别不符；请先核对身份证。`,
  CERTIFICATE_WRONG: () =>
    '残疾人证号应为 18 位身份证号加 1 位类别、1 位等级（补发的再加 B 和 1 位数字），请核对。',
  CERTIFICATE_DIFFERS: ({ from }) => certificateDiffers[from],
  FIELDS_NEEDED: ({ fields }) => `还缺：${fieldList(fields)}；请补齐，或选「先收治，证件待核」。`,
  DAY_IN_FUTURE: ({ day }) => `${chineseDay(day)}还没有到，请填今天或以前的日期。`,
  DAY_TOO_EARLY: ({ day, earliest }) => `${chineseDay(day)}太早，最早只能是${chineseDay(earliest)}。`,
  NOTHING_CHANGED: () => '内容没有变化，不需要保存。',
  DOUBT_IS_RESOLVED: () => '这一条已经核实过了，请刷新页面。',
  RESIDENT_LEFT: ({ resident, on }) => `「${resident}」已于${chineseDay(on)}离开，不能再办理。`,
  RESIDENT_IN_HOUSE: ({ resident }) => `「${resident}」仍在托养，不需要办理返回。`,
  RESIDENT_HAS_BED: ({ resident, bed }) => `「${resident}」已住 ${bed} 床；要换床请用「换床」。`,
  RESIDENT_HAS_NO_BED: ({ resident }) => `「${resident}」还没有床位，请先安排床位。`,
  BED_TAKEN: ({ bed, occupant }) => `${bed} 床由「${occupant}」住着，请另选空床，或先为其换床。`,
  BED_RETIRED: ({ bed }) => `${bed} 床已停用，请另选床位。`,
  BED_EXISTS: ({ bed }) => `已经有 ${bed} 床，请换一个床号。`,
  ZONE_EXISTS: ({ name }) => `已经有名为「${name}」的区，请换一个名称。`,
  DEVICE_EXISTS: ({ code }) => `辅具编号 ${code} 已登记，请核对编号。`,
  DEVICE_HELD: ({ device, holder }) => `辅具 ${device} 正由「${holder}」使用，请先办理归还。`,
  DEVICE_NOT_HELD: ({ device }) => `辅具 ${device} 没有发出，不需要归还。`,
  DEVICE_NOT_USABLE: ({ device, condition }) =>
    condition === 'scrapped' ? `辅具 ${device} 已报废，不能发放。` : `辅具 ${device} 需维修，修好后再发放。`,
  CAREGIVER_FULL: ({ caregiver, most, residents }) =>
    `「${caregiver}」已负责 ${residents.join('、')}，最多 ${most} 位；请另选护理员，或先解除一位。`,
  CAREGIVER_ENDED: ({ caregiver, on }) => `「${caregiver}」已于${chineseDay(on)}离岗，不能再办理。`,
  CAREGIVER_AT_WORK: ({ caregiver }) => `「${caregiver}」仍在岗，不需要办理返岗。`,
  RESIDENT_PAIRED: ({ resident, caregiver }) =>
    `「${resident}」已由「${caregiver}」负责，请先解除原来的包干。`,
  // Complaints
  COMPLAINT_PERSON_MISSING: ({ who }) =>
    who === 'doer'
      ? '请选择接到投诉的人：有账号的工作人员，或在职的护理员。'
      : '请写明投诉涉及谁；说不清是谁，请选「不明」。',
  COMPLAINT_ABOUT_YOURSELF: () =>
    '这件投诉涉及您本人，不能由您来登记，没有保存；请让另一位同事登记，或拨打 12345、12385。',
  COMPLAINT_FOR_COUNTY: () => '这件投诉涉及主任，不能留在中心，没有保存；请用「密封给县里」。',
  COMPLAINT_CANNOT_BE_SEALED: () =>
    '本中心还没有登记县里的收件公钥，现在不能密封，没有保存；请直接告诉县残联或民政局，或拨打 12345、12385，情况紧急拨打 110。',
  COMPLAINT_LETTER_UNKNOWN: () => '没有这个编号的密封信；请对照保存时显示的十二位编号核对。',
  COMPLAINT_CLOSED: () => '这件投诉已经办结，不能再添处理记录；有新情况请先「重新办理」。',
  COMPLAINT_NOT_CLOSED: () => '这件投诉还没有办结，不用重新办理，请直接添处理记录。',
  COMPLAINT_NO_RESULT: () => '还没有写处理结果，不能办结；请先添一条「处理结果」。',
  // Checkups
  CHECKUP_IMPOSSIBLE: ({ resident, vital, value, lowest, highest, unit }) =>
    `「${resident}」的${nameOf(vital)} ${value} 不可能（应在 ${lowest}–${highest} ${unit} 之间），请重新测量或改正。`,
  CHECKUP_PRESSURE_REVERSED: ({ resident, systolic, diastolic }) =>
    `「${resident}」的血压 ${systolic}/${diastolic} 不对，收缩压应高于舒张压，请改正。`,
  CHECKUP_PRESSURE_HALF: ({ resident }) =>
    `「${resident}」的血压只写了一个数，请把收缩压和舒张压都写上，如 120/80。`,
  CHECKUP_EMPTY: ({ resident }) => `「${resident}」这一行什么也没有填，请填写，或不保存这一行。`,
  CHECKUP_UNCONFIRMED: ({ findings }) => {
    const named = findings
      .slice(0, 3)
      .map((found) => `「${found.resident}」${nameOf(found.vital)} ${found.value}`);
    const more = findings.length > 3 ? ` 等 ${findings.length} 项` : '';
    return `${named.join('、')}${more}超出常见范围或变化较大，请核对后逐项确认。`;
  },
  CHECKUP_DOER: () => '请选择测量人：护士，或当天在职的护理员。',
  CHECKUP_NOT_IN_HOUSE: ({ resident, day }) => `「${resident}」${chineseDay(day)}不在托养，不能登记体检。`,
  CHECKUP_RECORDED_ALREADY: ({ resident, day, round }) =>
    `「${resident}」${chineseDay(day)}第 ${round} 轮已经登记；要改请用「更正」，再测请选下一轮。`,
  CHECKUP_TWICE: ({ resident }) => `「${resident}」在这一轮里出现了两次，请只留一行。`,
  CHECKUP_SUPERSEDED: () => '这条记录已被更正或撤回，请刷新后看最新的一条。',
  CHECKUP_SPAN: () => '开始日期要在结束日期以前，且前后不超过十年，请重新选择。',
  CHECKUP_RANGE: ({ vital, problem, lowest, highest }) =>
    problem === 'reversed'
      ? `${nameOf(vital)}的下限应小于上限，请改正。`
      : `${nameOf(vital)}的范围只能在 ${lowest}–${highest} 之间，请改正。`,
  // Roster and attendance
  SHIFT_NAME_TAKEN: ({ name, code }) => `已有名为「${name}」的班次（${code}），请换一个名称。`,
  SHIFT_TOO_SHORT: ({ minutes }) =>
    `上班到下班只有 ${minutes} 分钟，计薪时间不能比它长；请核对上下班时间或计薪小时。`,
  SHIFT_IN_DRAFT: ({ name, month }) =>
    `${chineseMonth(month)}的排班草稿还在用「${name}」，请先把这些格子改成别的班再停用。`,
  LAST_SHIFT: () => '至少要留一种班次，不能停用最后一种。',
  ENDS_BEFORE_START: () => '结束日期早于开始日期，请核对。',
  LEAVE_TOO_LONG: ({ most }) => `一次最多登记 ${most} 天，请核对日期，或分段登记。`,
  LEAVE_OVERLAPS: ({ caregiver, from, until }) =>
    `「${caregiver}」${chineseDay(from)}至${chineseDay(until)}已经登记了请假，请先取消那一条，或改日期。`,
  NO_CAREGIVERS: ({ month }) => `${chineseMonth(month)}没有在岗的护理员，请先登记护理员。`,
  NO_SHIFTS: () => '还没有班次，请先在「班次、请假与规则」里新增。',
  ROSTER_HAS_DRAFT: ({ month }) =>
    `${chineseMonth(month)}已有一份草稿：请在草稿上改，发布它，或在「排班」里放弃它。`,
  ROSTER_NOT_DRAFT: () => '这一版已经固定，不能再改；要改请点「另起一版修改」。',
  ROSTER_RUN_GONE: () => '这次排班已经不在了（被放弃，或登录已过期），请重新生成。',
  ROSTER_FACTS_CHANGED: ({ month }) =>
    `生成期间，${chineseMonth(month)}的请假、人员、班次、在岗要求或锁定的格子有了改动，这份排班没有保存。请重新生成。`,
  ROSTER_BREAKS_RULE: ({ count, caregiver, day, rule, amount, hours }) =>
    `还有 ${count} 处违规，不能发布；第一处：「${caregiver}」${chineseDay(day)}，${fill(roster.rules[rule], { amount, hours })}。请先改好。`,
  DUTIES_ARE_OVER: ({ month }) => `${chineseMonth(month)}已经过去，当时的班次分工要留作记录，不能重排。`,
  PART_IS_EVERYBODY: () => '请选分区、性别或技能；全中心的要求请在上面改。',
  OVERRIDE_REASON_MISSING: ({ rule, people }) =>
    `「${guards.rules[rule]}」涉及 ${people} 人；仍要发布，请写明原因。`,
  ROSTER_NOT_PUBLISHED: ({ month }) =>
    `${chineseMonth(month)}还没有已发布的排班，请先发布排班，或逐日登记考勤。`,
  NOT_EMPLOYED_ON: ({ caregiver, day }) => `「${caregiver}」${chineseDay(day)}不在岗，不能登记考勤。`,
  ATTENDANCE_CLOSED: ({ month }) => `${chineseMonth(month)}考勤已结账，不能再改；确需更正请先撤回结账。`,
  ATTENDANCE_DAYS_MISSING: ({ count, caregiver, day }) =>
    `还有 ${count} 格没有登记（先看「${caregiver}」${chineseDay(day)}），补齐后再结账。`,
  ATTENDANCE_MONTH_NOT_OVER: ({ month }) => `${chineseMonth(month)}还没有过完，请到月底再结账。`,
  ATTENDANCE_PAID: ({ month }) =>
    `${chineseMonth(month)}的工资已经复核或锁定，考勤不能撤回；更正请走工资冲正。`,
  // Requests, swaps, copies of a month, rotations
  REQUEST_DECIDED: ({ state }) => `这一条${rosterRequests.states[state]}，不能再这样办；请刷新后再看。`,
  REQUEST_CONTRADICTS: ({ caregiver, from, until }) =>
    `「${caregiver}」${chineseDay(from)}至${chineseDay(until)}已经提过另一个愿望，两条不能同时满足；请先撤回那一条，或改日期。`,
  REQUEST_NOT_EMPLOYED: ({ caregiver, day }) =>
    `「${caregiver}」${chineseDay(day)}不在岗，不能登记愿望或请假；请核对日期。`,
  CHANGE_BREAKS_RULE: ({ caregiver, day, rule, amount, hours }) =>
    `不能这样改：「${caregiver}」${chineseDay(day)}，${fill(roster.rules[rule], { amount, hours })}。请换一天，或换别人。`,
  ROSTER_MISSING: ({ month }) => `${chineseMonth(month)}还没有排班，请先生成排班。`,
  SWAP_NOTHING: () => '两个人这天的班一样，没有可换的；请另选日期。',
  SWAP_ALONE: () => '换班要有两个人，请选另一位护理员。',
  REPAIR_TOO_LONG: ({ most, days, until }) =>
    `一次最多补 ${most} 天的班，这次是 ${days} 天。请先补到${chineseDay(until)}，采用以后再补后面的；病得更久的，先登记请假，再重新生成后面的排班。`,
  REPAIR_TWO_MONTHS: ({ until }) => `下个月的排班也已发布，请分两次登记：先登记到${chineseDay(until)}。`,
  REPAIR_STALE: ({ month }) => `${chineseMonth(month)}的排班已经变了，什么都没有改；请重新看一次方案。`,
  SWAP_TWO_MONTHS: () => '只能在同一个月里换班，请把两天选在同一个月。',
  SWAP_PAST: ({ day }) => `${chineseDay(day)}已经过去，不能再换；实际上班的变动请在考勤里登记。`,
  SWAP_COVER: ({ day, shift, missing }) =>
    `换了以后，${chineseDay(day)}「${shift}」班会缺 ${missing} 个符合要求的人；请换别人。`,
  COPY_NOTHING: ({ month }) =>
    `${chineseMonth(month)}没有排班，也没有考勤，没有可以照抄的；请用「生成排班」。`,
  PATTERN_WRONG: ({ codes }) =>
    `轮班模式要写 2 到 28 天，至少一个班：用班次字母（${codes.join('、')}）和表示休息的「-」，如 DDDN--。`,
  PATTERN_NAME_TAKEN: ({ name }) => `已有名为「${name}」的轮班模式，请换一个名称。`,
  PATTERN_IN_USE: ({ name, people }) => `还有 ${people} 人在用「${name}」，请先给他们改用别的模式再停用。`,
  ROTATION_NONE: () => '还没有给在岗的护理员安排轮班模式，请先在「轮班模式」里安排。',
  // Package
  NOT_A_COUNTY_KEY: () => '这不是县里的收件公钥；它以 age1 开头，共 62 个字符，请对照登记表逐字核对。',
  COUNTY_KEY_IS_SECRET: () =>
    '这是县里的私钥，不能放在本机，没有保存；请立即告诉县里更换钥匙，并只登记以 age1 开头的公钥。',
  PACKAGE_NOT_READY: ({ reasons }) =>
    `还不能生成上报包：${reasons.map((reason) => packageReasons[reason]).join('、')}。`,
  COUNTY_CARD_UNREADABLE: ({ name }) => `「${name}」不是县里的县卡文件，或被改动过；请向县里重新要一份。`,
  COUNTY_CARD_OTHER: ({ found, county }) =>
    `这张县卡是 ${found} 县的，本中心属于 ${county}，没有登记；请向本县要县卡。`,
  COUNTY_CARD_OLDER: () => '这张县卡比已登记的旧，没有登记；请向县里要最新的一份。',
  COUNTY_CARD_NOT_COMPARED: () => '县卡与刚才核对的不是同一张，没有登记；请重新选择文件，核对指纹。',
  COUNTY_SIGNER_MISSING: () => '还没有登记县里的县卡，无法辨认回执的真假；请先在「上报钥匙」页登记县卡。',
  RECEIPT_UNREADABLE: ({ name }) => `「${name}」不是县里的回执或续报凭证，或被改动过；请让县里重新拷贝。`,
  RECEIPT_NOT_BY_COUNTY: () =>
    '这份回执不是用已登记的县里的钥匙签的，没有导入；请先与县里电话核实，再决定是否登记新的县卡。',
  RECEIPT_OTHER_CENTRE: ({ found }) => `这份回执是给中心 ${found} 的，没有导入；请还给县里。`,
  RECEIPT_UNKNOWN_PACKAGE: ({ epoch, seq }) =>
    `这份回执说的是已经结束的第 ${epoch} 期第 ${seq} 号，本机没有这份上报包，不用导入；如有疑问请联系县里。`,
  RECEIPT_KNOWN: () => '这份回执以前已经导入过，不用再导。',
  RECEIPT_OLDER: ({ seq }) => `第 ${seq} 号已有更新的答复，这份旧回执不用导入。`,
  RECEIPT_CONTRADICTS: ({ seq }) =>
    `县里对第 ${seq} 号先后给了相反的答复，没有导入；请把两份回执都交给县里核实。`,
  RESYNC_OLDER: ({ epoch }) => `这份续报凭证让第 ${epoch} 期开始，本机已经到了这一期或更后面，不用导入。`,
  CHAIN_NOT_CONTINUABLE: () =>
    '还不能证明恢复后没有丢失上报包，不能接着原来的编号；请先导入县里最近一份回执。',
  PACKAGE_VOID: ({ seq }) => `第 ${seq} 号已被退回或作废，不能再交；请重新生成这个月的上报包。`,
  SIGNING_KEY_MISSING: () => '还没有签名钥匙，谈不上更换；请先生成登记文件。',
  NO_NEXT_KEY: () => '没有等待启用的新钥匙；请先生成换钥文件。',
  // Policy and payroll
  PARAMETER_WRONG: ({ key }) => `「${parameterName(key)}」的值填写不对，请按原来的样子填写。`,
  HOLIDAYS_UNKNOWN: ({ year }) =>
    `${year} 年的法定节假日还没有登记齐，不能核算工资；请主任先在「政策参数」补齐。`,
  PARAMETERS_MISSING: ({ keys, day }) =>
    `${chineseDay(day)}还没有这些参数：${keys.map(parameterName).join('、')}；请主任先在「政策参数」补上。`,
  ATTENDANCE_NOT_CLOSED: ({ month }) => `${chineseMonth(month)}的考勤还没有结账，请先结账再核算工资。`,
  PAY_TERMS_MISSING: ({ names }) => `${names.join('、')}还没有工资约定，请先填写月工资和用工形式。`,
  PAY_MONTH_LOCKED: ({ month }) => `${chineseMonth(month)}的工资已锁定，不能再改；确需更正请先红冲。`,
  PAY_RUN_REVIEWED: ({ month }) => `${chineseMonth(month)}的工资表主任已审核，要重新核算请先请主任退回。`,
  PAY_RUN_OPEN: ({ month }) => `${chineseMonth(month)}还有一份没有锁定的工资表，请先处理完它。`,
  EARLIER_PAY_OPEN: ({ month }) => `${chineseMonth(month)}的工资还没有锁定，请先锁定再核算以后的月份。`,
  PAY_RUN_STATE: ({ state, reversal }) =>
    state === 'locked'
      ? reversal
        ? '这份红冲表已锁定，不能再改。'
        : '这份工资表已锁定，只能用红冲更正。'
      : state === 'reviewed'
        ? '这份工资表已审核，要改请先由主任退回。'
        : '这份工资表还是草稿，请先审核。',
  PAY_RUN_STALE: ({ names }) =>
    `核算以后，${names.slice(0, 3).join('、')}${names.length > 3 ? ` 等 ${names.length} 人` : ''}的考勤、约定或参数有变动，请财务重新核算。`,
  PAY_RUN_REVERSED: ({ month }) => `${chineseMonth(month)}的这份工资表已经红冲过，不能再次红冲。`,
  NO_PAY_RUN: ({ month }) => `${chineseMonth(month)}还没有工资表，请财务先核算。`,
  DAY_OUTSIDE_MONTH: ({ day, month }) => `${chineseDay(day)}不在${chineseMonth(month)}，请改正日期。`,
  MONTH_OUTSIDE_YEAR: ({ month, year }) =>
    `${chineseMonth(month)}不在 ${year} 年，或月数多于截至月份，请改正。`,
  // Backup and restore
  BACKUP_RUNNING: () => '正在备份，请等它做完。',
  BACKUP_NO_PLACE: () => '还没有选定备份位置，请先插上 U 盘或移动硬盘并选定它。',
  BACKUP_PLACES_FULL: ({ most }) => `备份位置最多 ${most} 个，请先停用一个。`,
  BACKUP_NO_ROOM: ({ place }) => `「${place}」的空间不够，没有写入任何备份；请清理出空间，或换一个更大的。`,
  BACKUP_PLACE_GONE: ({ place }) => `「${place}」没有插好或中途拔掉了，没有留下不完整的备份；请插好后再试。`,
  BACKUP_READ_ONLY: ({ place }) => `「${place}」不能写入；请打开 U 盘上的写保护开关，或换一个。`,
  BACKUP_TOO_LARGE: ({ place }) =>
    `「${place}」是 FAT 格式，单个文件不能超过 4 GB；请换一个 exFAT 或 NTFS 格式的。`,
  BACKUP_DIFFERS: ({ place }) =>
    place === ''
      ? '备份与原件核对不一致，已删除；请马上再备份一次，若再出现请告诉技术人员。'
      : `写到「${place}」的备份读回来与原件不一致，已删除；这个 U 盘可能坏了，请换一个。`,
  BACKUP_FAILED: ({ place }) =>
    place === ''
      ? '备份没有做成，没有留下不完整的文件；请再试一次。'
      : `写不进「${place}」，没有留下不完整的备份；请换一个再试。`,
  RESTORE_DAMAGED: ({ part }) =>
    ({
      database: '这份备份的数据文件不完整或被改动过，不能恢复；请换一份备份。',
      keyring: '这份备份的密钥文件不完整或被改动过，不能恢复；请换一份备份。',
      manifest: '这份备份的清单不完整或被改动过，不能恢复；请换一份备份。',
      gone: '备份所在的 U 盘或硬盘没有插好；请插好后再试。',
    })[part],
  RESTORE_NOT_DIRECTOR: () => '恢复要用主任的密码；没有的话，请用纸上的恢复码。',
  RESTORE_NO_ROOM: ({ megabytes }) => `这台电脑的硬盘空间不够，恢复需要 ${megabytes} MB；请清理后再试。`,
  RESTORE_WRONG_CENTRE: ({ centre }) => `这是「${centre}」的备份，不是本中心的，不能恢复到这台电脑上。`,
  RESTORE_OLDER_THAN_PACKAGE: ({ packages }) =>
    `做这份备份以后又上报过 ${packages} 个月报包；请确认知道以后再恢复，恢复后要与县里重新对接。`,
  // Ledger
  LEDGER_REFUSED: ({ name, why, where }) => `「${name}」${fileFaults[why](where)}`,
  LEDGER_NOTHING_FOUND: ({ name }) =>
    `「${name}」里没有认得的台账；请确认表头里有「姓名」「身份证号」等列名。`,
  LEDGER_CHANGED: () => '预览之后数据有变化，什么都没有导入；请核对更新后的预览再导入。',
};
