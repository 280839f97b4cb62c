import { day } from '../calendar/day.ts';
import { fen } from '../money/money.ts';
import type { ParameterRow } from './lookup.ts';
import type { ParameterKey, ParameterValue, Status } from './parameters.ts';

function from<K extends ParameterKey>(
  effectiveFrom: string,
  status: Status,
  key: K,
  value: ParameterValue<K>,
  source: string,
): ParameterRow {
  return { key, value, effectiveFrom: day(effectiveFrom), status, source } as ParameterRow;
}

const step = (upTo: number | null, rate: number, quick: number) => ({
  upTo: upTo === null ? null : fen(upTo),
  rate,
  quick: fen(quick),
});

const tiers = (first: number, second: number, third: number) => ({
  '1': fen(first),
  '2': fen(second),
  '3': fen(third),
});

const TAX_LAW = '个人所得税法（2018年修正）';
const WITHHOLDING = '国家税务总局公告2018年第61号';
const SPECIAL = '国务院关于提高个人所得税有关专项附加扣除标准的通知（2023）';
const LABOUR_LAW = '劳动法';
const MONTH_2025 = '人社部发〔2025〕2号';
const HENAN_2023 = '豫政〔2023〕43号';
const NOT_FOUND = '未找到原文，须由主任核实';

/** The first values of domain.md 2e. Each carries how far it is confirmed; the director adds rows as notices arrive. */
export const parameterSeeds: readonly ParameterRow[] = [
  from(
    '2019-01-01',
    'confirmed',
    'tax.employment.brackets',
    [
      step(36_000, 0.03, 0),
      step(144_000, 0.1, 2_520),
      step(300_000, 0.2, 16_920),
      step(420_000, 0.25, 31_920),
      step(660_000, 0.3, 52_920),
      step(960_000, 0.35, 85_920),
      step(null, 0.45, 181_920),
    ],
    `${TAX_LAW}；速算扣除数见${WITHHOLDING}`,
  ),
  from(
    '2019-01-01',
    'confirmed',
    'tax.basic-deduction',
    fen(5_000),
    `${TAX_LAW}第六条；${WITHHOLDING}第六条`,
  ),
  from('2021-01-01', 'secondary', 'tax.sixty-thousand', fen(60_000), '国家税务总局公告2020年第19号'),
  from(
    '2019-01-01',
    'secondary',
    'tax.service.brackets',
    [step(20_000, 0.2, 0), step(50_000, 0.3, 2_000), step(null, 0.4, 7_000)],
    `${WITHHOLDING}第八条`,
  ),
  from('2019-01-01', 'secondary', 'tax.service.small-limit', fen(4_000), `${WITHHOLDING}第八条`),
  from('2019-01-01', 'secondary', 'tax.service.small-deduction', fen(800), `${WITHHOLDING}第八条`),
  from('2019-01-01', 'secondary', 'tax.service.share-deduction', 0.2, `${WITHHOLDING}第八条`),
  from('2023-01-01', 'secondary', 'tax.special.child', fen(2_000), SPECIAL),
  from('2023-01-01', 'secondary', 'tax.special.infant', fen(2_000), SPECIAL),
  from('2019-01-01', 'secondary', 'tax.special.education', fen(400), '个人所得税专项附加扣除暂行办法'),
  from(
    '2019-01-01',
    'secondary',
    'tax.special.certificate-year',
    fen(3_600),
    '个人所得税专项附加扣除暂行办法',
  ),
  from('2019-01-01', 'secondary', 'tax.special.housing-loan', fen(1_000), '个人所得税专项附加扣除暂行办法'),
  from('2019-01-01', 'secondary', 'tax.special.rent-city', fen(1_500), '个人所得税专项附加扣除暂行办法'),
  from('2019-01-01', 'secondary', 'tax.special.rent-large', fen(1_100), '个人所得税专项附加扣除暂行办法'),
  from('2019-01-01', 'secondary', 'tax.special.rent-small', fen(800), '个人所得税专项附加扣除暂行办法'),
  from('2023-01-01', 'secondary', 'tax.special.elderly-only-child', fen(3_000), SPECIAL),
  from('2023-01-01', 'secondary', 'tax.special.elderly-share', fen(1_500), SPECIAL),
  from('2022-01-01', 'secondary', 'tax.other.pension-account-year', fen(12_000), '个人养老金税收政策'),
  from('2017-07-01', 'secondary', 'tax.other.health-insurance-month', fen(200), '商业健康保险个人所得税政策'),
  from('2014-01-01', 'secondary', 'tax.other.annuity', 0.04, '企业年金职业年金个人所得税政策'),
  from('2019-01-01', 'confirmed', 'tax.filing-day', 15, `${TAX_LAW}第十四条；实施条例第二十六条`),

  from('1995-01-01', 'confirmed', 'hours.day', 8, `${LABOUR_LAW}第三十六条`),
  from('1995-01-01', 'confirmed', 'hours.week', 44, `${LABOUR_LAW}第三十六条`),
  from(
    '1995-05-01',
    'unconfirmed',
    'hours.week-practice',
    40,
    '国务院关于职工工作时间的规定（1995）；原文未核',
  ),
  from('2025-01-01', 'confirmed', 'hours.pay-days-month', 21.75, MONTH_2025),
  from('2025-01-01', 'confirmed', 'hours.work-days-year', 248, MONTH_2025),
  from('2025-01-01', 'confirmed', 'hours.work-days-month', 20.67, MONTH_2025),
  from('1995-01-01', 'confirmed', 'hours.extension-day-usual', 1, `${LABOUR_LAW}第四十一条`),
  from('1995-01-01', 'confirmed', 'hours.extension-day', 3, `${LABOUR_LAW}第四十一条`),
  from('1995-01-01', 'confirmed', 'hours.extension-month', 36, `${LABOUR_LAW}第四十一条`),
  from(
    '1995-01-01',
    'confirmed',
    'overtime.extra-hours',
    1.5,
    `${LABOUR_LAW}第四十四条；工资支付暂行规定第十三条`,
  ),
  from(
    '1995-01-01',
    'confirmed',
    'overtime.rest-day',
    2,
    `${LABOUR_LAW}第四十四条；工资支付暂行规定第十三条`,
  ),
  from('1995-01-01', 'confirmed', 'overtime.holiday', 3, `${LABOUR_LAW}第四十四条；工资支付暂行规定第十三条`),
  from(
    '1995-01-01',
    'unconfirmed',
    'overtime.holiday-on-top',
    true,
    '劳部发〔1995〕226号“另外支付”；原文未核',
  ),
  from(
    '1995-01-01',
    'unconfirmed',
    'overtime.engagements',
    ['employment', 'over-age'],
    `劳务协议是否适用：${NOT_FOUND}`,
  ),
  from('2008-09-18', 'confirmed', 'annual-leave.unused', 3, '企业职工带薪年休假实施办法第十条、第十一条'),

  from(
    '2022-01-01',
    'secondary',
    'minimum-wage.month',
    tiers(2_000, 1_800, 1_600),
    `${HENAN_2023}所列调整前标准`,
  ),
  from(
    '2024-01-01',
    'secondary',
    'minimum-wage.month',
    tiers(2_100, 2_000, 1_800),
    `${HENAN_2023}；2025年以后有无调整须核实`,
  ),
  from(
    '2022-01-01',
    'secondary',
    'minimum-wage.hour',
    tiers(19.6, 17.6, 15.6),
    `${HENAN_2023}所列调整前标准`,
  ),
  from(
    '2024-01-01',
    'secondary',
    'minimum-wage.hour',
    tiers(20.6, 19.6, 17.6),
    `${HENAN_2023}；2025年以后有无调整须核实`,
  ),
  from('2022-01-01', 'unconfirmed', 'minimum-wage.tier', '3', `本县类别${NOT_FOUND}`),
  from(
    '2004-03-01',
    'unconfirmed',
    'minimum-wage.engagements',
    ['employment', 'over-age'],
    `超龄人员是否适用：${NOT_FOUND}`,
  ),
  from('2004-03-01', 'unconfirmed', 'minimum-wage.exclude-overtime', true, '最低工资规定第十二条；原文未核'),
  from('2004-03-01', 'unconfirmed', 'minimum-wage.exclude-night', true, '最低工资规定第十二条；原文未核'),
  from('2004-03-01', 'local', 'minimum-wage.top-up', true, '本中心：低于最低工资时补足'),
  from('1995-01-01', 'confirmed', 'deduction.damage-share', 0.2, '工资支付暂行规定第十六条'),
  from('1995-01-01', 'unconfirmed', 'leave.holiday-is-paid', true, `${LABOUR_LAW}第五十一条；原文未核`),
  from('1995-08-04', 'unconfirmed', 'sick.floor-share', 0.8, '劳部发〔1995〕309号第五十九条；原文未核'),

  from('2019-05-01', 'secondary', 'insurance.pension.employee', 0.08, '社会保险法第十条、第十二条'),
  from('2019-05-01', 'unconfirmed', 'insurance.pension.employer', 0.16, NOT_FOUND),
  from('2011-07-01', 'secondary', 'insurance.medical.employee', 0.02, '社会保险法第二十三条；费率为二手资料'),
  from('2011-07-01', 'unconfirmed', 'insurance.medical.employer', null, `驻马店市单位费率${NOT_FOUND}`),
  from(
    '2019-05-01',
    'unconfirmed',
    'insurance.unemployment.employee',
    0.003,
    `阶段性费率，2025年底以后${NOT_FOUND}`,
  ),
  from(
    '2019-05-01',
    'unconfirmed',
    'insurance.unemployment.employer',
    0.007,
    `阶段性费率，2025年底以后${NOT_FOUND}`,
  ),
  from('2011-07-01', 'unconfirmed', 'insurance.injury.employer', null, `行业费率${NOT_FOUND}`),
  from('2011-07-01', 'unconfirmed', 'insurance.base-floor-share', 0.6, NOT_FOUND),
  from('2011-07-01', 'unconfirmed', 'insurance.base-ceiling-share', 3, NOT_FOUND),
  from('2011-07-01', 'unconfirmed', 'insurance.average-wage', null, `河南省平均工资（缴费基数）${NOT_FOUND}`),
  from('2002-03-24', 'confirmed', 'housing.employee', 0.05, '住房公积金管理条例第十八条（不低于5%）'),
  from('2002-03-24', 'confirmed', 'housing.employer', 0.05, '住房公积金管理条例第十八条（不低于5%）'),
  from('2002-03-24', 'unconfirmed', 'housing.cap', 0.12, NOT_FOUND),

  from('2020-01-01', 'local', 'night.allowance', fen(20), '本中心：夜班津贴无国家标准，由主任定'),
  from('2020-01-01', 'local', 'sick.share', 0.8, '本中心：病假工资按本人日工资的比例'),
  from('2020-01-01', 'local', 'pay.day', 10, '本中心：次月发薪日'),
];
