import ExcelJS from 'exceljs';
import { anId, caregivers, residents, type Someone } from './people-made-up.ts';

const idOf = ({ birth, sequence }: { birth: string; sequence: number }) => anId(birth, sequence);
const isMale = (sequence: number) => sequence % 2 === 1;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * A ledger kept by another clerk: .xlsx, checkups first, other headings in another order, headings on two lines, a joined room
 * cell over its two beds, real spreadsheet dates, a formula with its saved result, a hidden row, a hidden template, a sheet that
 * is no ledger, marks of its own, September. Planted: an old number of 15 digits, an ID kept as a quantity, a name that two people
 * carry, a pressure upside down, a mark nobody knows, a caregiver nobody knows, a device named like a formula (the last three not
 * with `wholeAttendance`, so that the month can be closed and reported).
 */
export async function workbookOfQingshiqiao({ wholeAttendance = false } = {}): Promise<{
  name: string;
  base64: string;
}> {
  const book = new ExcelJS.Workbook();
  addCheckups(book.addWorksheet('九月巡诊'));
  addNotice(book.addWorksheet('填表须知'));
  addAttendance(book.addWorksheet('考勤9月'), wholeAttendance);
  addCaregivers(book.addWorksheet('员工'));
  const template = book.addWorksheet('模板', { state: 'hidden' });
  template.addRow(['姓名', '身份证号', '残疾证号', '入住日期']);
  template.addRow(['样例', '411799199001010000', '', '2020-01-01']);
  addResidents(book.addWorksheet('在院人员'));
  addDevices(book.addWorksheet('器具登记'), wholeAttendance ? '助行器' : '=HYPERLINK("x")');
  const bytes = await book.xlsx.writeBuffer();
  return { name: '青石桥9月台账.xlsx', base64: Buffer.from(bytes).toString('base64') };
}

function addCheckups(sheet: ExcelJS.Worksheet): void {
  sheet.addRow(['青石桥乡托养中心健康巡诊记录']);
  sheet.mergeCells('A1:H1');
  sheet.addRow(['受检人', '检查日期', '血压', '', '脉搏（次/分）', '体温℃', '体重(斤)', '说明']);
  sheet.addRow(['', '', '高压', '低压', '', '', '', '']);
  for (const column of ['A', 'B', 'E', 'F', 'G', 'H']) sheet.mergeCells(`${column}2:${column}3`);
  sheet.mergeCells('C2:D2');
  for (const [index, { name, sequence }] of residents.entries()) {
    const upsideDown = index === 6;
    // Two people are called 田秋月: the clerk wrote the end of the number for one of them, and forgot it for the other.
    const written = index === 4 ? `${name}（${idOf(residents[4] as Someone).slice(-4)}）` : name;
    sheet.addRow([
      written,
      index % 2 === 0 ? '9月15日' : utc('2026-09-15'),
      upsideDown ? 70 : 118 + index,
      upsideDown ? 130 : 72 + index,
      66 + (sequence % 20),
      index === 3 ? '３６．７' : 36.4,
      100 + index * 2,
      '',
    ]);
  }
}

function addNotice(sheet: ExcelJS.Worksheet): void {
  sheet.addRow(['每月5日前填报。']);
}

/** Five people: day, day, night, rest … by the legend below the table. */
function addAttendance(sheet: ExcelJS.Worksheet, isWhole: boolean): void {
  sheet.addRow(['2026年9月份考勤登记']);
  sheet.addRow(['人员', '日期', ...Array.from({ length: 29 }, () => ''), '合计']);
  sheet.addRow(['', ...Array.from({ length: 30 }, (_, index) => `${index + 1}日`), '']);
  sheet.mergeCells('B2:AE2');
  sheet.mergeCells('A2:A3');
  for (const [person, { name }] of caregivers.entries()) {
    const marks = Array.from(
      { length: 30 },
      (_, index) => ['白', '白', '夜', '休'][(index + person) % 4] ?? '',
    );
    if (person === 1) marks[9] = '病';
    if (person === 2 && !isWhole) marks[4] = '？';
    const worked = marks.filter((mark) => mark === '白' || mark === '夜').length;
    sheet.addRow([name, ...marks, { formula: 'COUNTIF(B4:AE4,"<>休")', result: worked }]);
  }
  if (!isWhole) sheet.addRow(['钱过客', ...Array.from({ length: 30 }, () => '白'), 30]);
  sheet.addRow(['注：白=白班 夜=夜班 休=休息 病=病假']);
}

function addCaregivers(sheet: ExcelJS.Worksheet): void {
  sheet.addRow([
    '工资卡号',
    '员工姓名',
    '包干对象',
    '证件号码',
    '入职日期',
    '月工资标准',
    '手机',
    '是否建档立卡',
    '用工形式',
    '健康证到期日',
  ]);
  for (const [index, caregiver] of caregivers.entries()) {
    const pair = residents
      .slice(index * 2, index * 2 + 2)
      .map((one) => (one.name === '田秋月' ? one.name + idOf(one).slice(-4) : one.name));
    sheet.addRow([
      `6217 0000 0000 0${index}11`,
      caregiver.name,
      pair.join(['；', ' ', '、', ',', '/'][index] ?? '、'),
      idOf(caregiver),
      utc(caregiver.started),
      index === 0 ? { formula: '2000+150', result: caregiver.wage } : `￥${caregiver.wage}.00`,
      Number(`1390000000${index}`),
      index % 2 === 0 ? '是' : '否',
      index === 4 ? '劳务协议' : '劳动合同',
      '2027.3.1',
    ]);
  }
  sheet.getRow(5).hidden = true;
}

function addResidents(sheet: ExcelJS.Worksheet): void {
  sheet.addRow(['青石桥乡托养中心在院人员一览']);
  sheet.addRow(['制表日期：2026年9月30日']);
  sheet.addRow([
    '房号',
    '几号床',
    '残疾人姓名',
    '残疾人证号',
    '公民身份号码',
    '入院日期',
    '残疾程度',
    '残疾类型',
    '男女',
    '自理情况',
    '家属',
    '',
  ]);
  sheet.addRow(['', '', '', '', '', '', '', '', '', '', '姓名', '手机']);
  sheet.mergeCells('K3:L3');
  for (const [index, one] of residents.entries()) {
    const id = idOf(one);
    const written =
      index === 5 ? id.slice(0, 6) + id.slice(8, 17) : index === 8 ? Number(id.slice(0, 17)) * 10 : id;
    sheet.addRow([
      index % 2 === 0 ? one.room : '',
      `${one.bed}号床`,
      index === 5 ? '欧 阳 秀' : one.name,
      `${id}${one.category}${one.level}${index === 2 ? 'b1' : ''}`,
      written,
      index % 3 === 0 ? utc(one.admitted) : one.admitted.replaceAll('-', '/'),
      ['Ⅰ级', '二级'][one.level - 1] ?? '',
      ['', '', '', '肢体类', '智力残疾人', '精神', '多重'][one.category - 1],
      isMale(one.sequence) ? '男' : '女',
      ['不能自理', '部分自理', '能自理'][index % 3] ?? '',
      `${one.name[0]}家人`,
      `139-1111-000${index}`,
    ]);
    if (index % 2 === 1) sheet.mergeCells(4 + index, 1, 5 + index, 1);
  }
  sheet.addRow(['总 计', '', '10人']);
}

function addDevices(sheet: ExcelJS.Worksheet, third: string): void {
  sheet.addRow(['使用对象', '器具名称', '器具编号', '台数', '来源渠道', '使用情况', '接收日期']);
  sheet.addRow(['石小军', '轮椅', 'QSQ-01', '1台', '县残联', '完好', utc('2024-03-01')]);
  sheet.addRow(['仓库', '护理床', 'QSQ-02', 2, '政府采购', '待修', '2020年1月1日']);
  sheet.addRow(['任大山', third, 'QSQ-03', '', '', '', '']);
}
