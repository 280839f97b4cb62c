import type { Disability, DisabilityLevel } from '../identity/certificate.ts';
import type { Sex } from '../identity/citizen-id.ts';
import { doubt, read, spellingMend, BLANK_READING, type Reading } from './reading.ts';
import { squeeze } from './text.ts';
import type { Cell } from './workbook.ts';

/** Words that clerks use for one thing; the first is the one that the preview shows. */
type Words<T> = readonly (readonly [T, ...(readonly string[])])[];

function readWord<T>(cell: Cell, words: Words<T>, strip = /$^/): Reading<T> {
  const text = squeeze(cell.text).replace(strip, '');
  if (cell.error) return doubt('unreadable');
  if (text === '') return BLANK_READING;
  for (const [value, ...spellings] of words) {
    if (!spellings.includes(text)) continue;
    const shown = spellings[0] ?? '';
    return read(value, shown, cell.text === shown ? null : (spellingMend(cell.text, shown) ?? 'word'));
  }
  return doubt('unreadable');
}

const SEXES: Words<Sex> = [
  ['male', '男', '男性', 'M', 'm'],
  ['female', '女', '女性', 'F', 'f'],
];

export function readSex(cell: Cell): Reading<Sex> {
  return readWord(cell, SEXES);
}

export function sexWord(sex: Sex): string {
  return sex === 'male' ? '男' : '女';
}

const DISABILITIES: Words<Disability> = [
  ['visual', '视力', '视觉', '盲'],
  ['hearing', '听力', '听觉', '聋'],
  ['speech', '言语', '语言'],
  ['physical', '肢体', '肢残'],
  ['intellectual', '智力', '智障', '智残'],
  ['mental', '精神', '精残'],
  ['multiple', '多重', '综合', '多重类'],
];

/** `肢体`, `肢体残疾`. Several categories in one cell are 多重 only when somebody says so. */
export function readDisability(cell: Cell): Reading<Disability> {
  const reading = readWord(cell, DISABILITIES, /(残疾人?|类)$/);
  if (!reading.fault) return reading;
  const several = squeeze(cell.text)
    .split(/[、,，/和及]/)
    .map((part) => readWord({ text: part }, DISABILITIES, /残疾人?$/).value)
    .filter((value) => value !== null);
  return several.length > 1 ? doubt('unreadable', { text: '多重', why: 'multiple' }) : reading;
}

export function disabilityWord(disability: Disability): string {
  return DISABILITIES.find(([value]) => value === disability)?.[1] ?? '';
}

const LEVELS: Words<DisabilityLevel> = [
  [1, '一级', '1级', '1', '一', '壹级', '壹', 'Ⅰ级', 'Ⅰ', 'I级', 'I', '重度一级', '一级重度', '极重度'],
  [2, '二级', '2级', '2', '二', '贰级', '贰', '弍级', 'Ⅱ级', 'Ⅱ', 'II级', 'II', '重度二级', '二级重度'],
  [3, '三级', '3级', '3', '三', '叁级', '叁', 'Ⅲ级', 'Ⅲ', 'III级', 'III', '中度三级'],
  [4, '四级', '4级', '4', '四', '肆级', '肆', 'Ⅳ级', 'Ⅳ', 'IV级', 'IV', '轻度四级'],
];

/** `1级`, `一级`, `壹级`, `1`, `贰级`, `Ⅱ级`. */
export function readLevel(cell: Cell): Reading<DisabilityLevel> {
  return readWord(cell, LEVELS, /\.0$/);
}

export function levelWord(level: DisabilityLevel): string {
  return LEVELS.find(([value]) => value === level)?.[1] ?? '';
}

const CARE: Words<'full' | 'partial' | 'self'> = [
  [
    'full',
    '全护理',
    '全护',
    '完全不能自理',
    '不能自理',
    '无自理能力',
    '无自理',
    '完全丧失自理能力',
    '完全丧失',
    '全失能',
    '特级护理',
    '一级护理',
  ],
  [
    'partial',
    '半护理',
    '半护',
    '半自理',
    '部分自理',
    '部分不能自理',
    '部分丧失自理能力',
    '部分丧失',
    '半失能',
    '二级护理',
    '介助',
  ],
  [
    'self',
    '自理',
    '全自理',
    '能自理',
    '完全自理',
    '具备自理能力',
    '具备自理',
    '生活自理',
    '基本自理',
    '三级护理',
  ],
];

export function careWord(level: 'full' | 'partial' | 'self'): string {
  return CARE.find(([value]) => value === level)?.[1] ?? '';
}

export function readCareLevel(cell: Cell): Reading<'full' | 'partial' | 'self'> {
  return readWord(cell, CARE);
}

const YES_NO: Words<boolean> = [
  [
    true,
    '是',
    '脱贫户',
    '贫困户',
    '建档立卡',
    '建档立卡户',
    '监测户',
    '脱贫户(监测户)',
    '有',
    '√',
    '✓',
    '✔',
    'Y',
    'y',
    '对',
  ],
  [false, '否', '不是', '非', '非贫困户', '一般户', '一般农户', '普通户', '无', '×', '✗', 'N', 'n', '/', '-'],
];

/** 是, 否, 脱贫户: whether the household is (or was) registered as poor. */
export function readYesNo(cell: Cell): Reading<boolean> {
  return readWord(cell, YES_NO);
}

const SOURCES: Words<'federation' | 'fukang' | 'donation' | 'purchase' | 'other'> = [
  ['federation', '残联配发', '残联', '县残联', '县残联配发', '残联发放', '市残联'],
  ['fukang', '福康工程', '福康', '福康工程配发'],
  ['donation', '爱心捐赠', '捐赠', '社会捐赠', '爱心企业捐赠', '慈善捐赠', '捐助'],
  ['purchase', '采购', '购买', '自购', '中心采购', '自行采购', '政府采购', '购置'],
  ['other', '其他', '其它'],
];

export function readSource(cell: Cell): Reading<'federation' | 'fukang' | 'donation' | 'purchase' | 'other'> {
  return readWord(cell, SOURCES);
}

const CONDITIONS: Words<'good' | 'needs-repair' | 'scrapped'> = [
  ['good', '良好', '完好', '正常', '好', '在用', '可用', '正常使用'],
  ['needs-repair', '需维修', '待维修', '维修', '损坏', '维修中', '待修', '需修理', '坏'],
  ['scrapped', '报废', '已报废', '待报废'],
];

export function readCondition(cell: Cell): Reading<'good' | 'needs-repair' | 'scrapped'> {
  return readWord(cell, CONDITIONS);
}

const ENGAGEMENTS: Words<'employment' | 'service' | 'over-age'> = [
  ['employment', '劳动合同', '劳动合同制', '合同制', '正式', '签订劳动合同'],
  ['service', '劳务协议', '劳务', '劳务合同', '劳务用工', '临时', '公益性岗位', '公益岗'],
  ['over-age', '超龄', '超龄用工', '退休返聘', '返聘', '超龄人员'],
];

export function readEngagement(cell: Cell): Reading<'employment' | 'service' | 'over-age'> {
  return readWord(cell, ENGAGEMENTS);
}

const INSURED: Words<boolean> = [
  [true, '是', '已参保', '参保', '有', '已缴', '缴纳', '城镇职工'],
  [false, '否', '未参保', '不参保', '无', '未缴', '城乡居民', '居民保险', '新农合'],
];

export function readInsurance(cell: Cell): Reading<boolean> {
  return readWord(cell, INSURED);
}

const NOBODY = new Set(['库存', '在库', '仓库', '闲置', '公用', '无', '空', '备用', '-', '/', '未发放']);

/** Whether the cell says that nobody uses the device. */
export function isNobody(cell: Cell): boolean {
  const text = squeeze(cell.text);
  return text === '' || NOBODY.has(text);
}
