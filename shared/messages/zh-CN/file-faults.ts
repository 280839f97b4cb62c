import type { FileFault, FilePlace } from '../../ledger/file-faults.ts';

const placeOf = ({ part, sheet, row }: FilePlace) => {
  const at = [sheet === '' ? '' : `工作表「${sheet}」`, row > 0 ? `第 ${row} 行` : ''].join('');
  return at !== '' ? `（${at}）` : part !== '' ? `（${part}）` : '';
};
const SAVE_AGAIN = '请用 WPS 或 Excel 打开，另存为 .xlsx 再导入';

/** What is wrong with a file, where, and what to do. The name of the file stands before it. */
export const fileFaults: Readonly<Record<FileFault, (where: FilePlace) => string>> = {
  empty: () => '是空文件；请重新选择，或从原处再拷一次。',
  'too-many-bytes': () => '超过 20 MB；请删去图片，或按年份拆成几个文件分别导入。',
  'not-a-table': () => '不是表格；请选 .xls、.xlsx 或 .csv 台账文件。',
  'other-kind': () => `不是认得的表格文件；${SAVE_AGAIN}。`,
  damaged: (where) => `已损坏或不完整${placeOf(where)}，没有读取；${SAVE_AGAIN}，打不开就请从原处再拷一次。`,
  protected: () => '有密码保护，读不了；请打开后取消密码另存一份再导入。',
  'took-too-long': () => '读得太久，已经停下；请按年份拆成几个文件分别导入。',
  'took-too-much': () => '太大，内存不够读；请按年份拆成几个文件分别导入。',
  'pack-unusual': (where) => `的压缩方式不寻常${placeOf(where)}，没有读取；${SAVE_AGAIN}。`,
  'pack-too-large': (where) => `解开后太大${placeOf(where)}，没有读取；请删去图片和用不到的工作表再导入。`,
  'pack-too-many': () => '里面的部件太多，没有读取；请只留要导入的工作表，另存一份再导入。',
  'pack-path': (where) =>
    `里面有名称不正当的部件${placeOf(where)}，没有读取；请向交来文件的人核实，${SAVE_AGAIN}。`,
  'pack-twice': (where) =>
    `里面有重名的部件${placeOf(where)}，没有读取；请向交来文件的人核实，${SAVE_AGAIN}。`,
  'pack-entities': (where) =>
    `里面有台账不会有的声明${placeOf(where)}，没有读取；请向交来文件的人核实，${SAVE_AGAIN}。`,
  'too-many-sheets': () => '的工作表超过 60 张；请只留要导入的，另存一份再导入。',
  'too-many-rows': (where) => `的行数超过 10 万${placeOf(where)}；请按年份拆成几个文件分别导入。`,
  'too-many-columns': (where) => `的列数超过 256${placeOf(where)}；请删去右边用不到的列再导入。`,
  'too-many-cells': (where) => `的格子超过 100 万${placeOf(where)}；请按年份拆成几个文件分别导入。`,
  encoding: (where) =>
    `里有认不出的字${placeOf(where)}，文字编码不是 GBK 也不是 UTF-8，或文件不完整；${SAVE_AGAIN}。`,
  'control-characters': (where) => `里有看不见的控制字符${placeOf(where)}；${SAVE_AGAIN}。`,
  'quote-open': (where) =>
    `里有引号没有配对${placeOf(where)}，后面的行会连成一格；请补上引号，或${SAVE_AGAIN}。`,
  'quote-inside': (where) =>
    `里有引号放错了位置${placeOf(where)}，后面的格子会串位；请改正，或${SAVE_AGAIN}。`,
  'row-too-wide': (where) =>
    `里有一行的格子比表头多${placeOf(where)}，多半是某格里有逗号，后面的格子会串位；请改正，或${SAVE_AGAIN}。`,
};
