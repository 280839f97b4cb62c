import { checkCharacter } from '../../shared/identity/citizen-id.ts';

/** A citizen ID of nobody: the prefix 411799 was never assigned. `sequence` odd = male. */
export function anId(birth: string, sequence: number): string {
  const body = `411799${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return body + checkCharacter(body);
}

export type Someone = {
  name: string;
  birth: string;
  sequence: number;
  category: number;
  level: number;
  admitted: string;
  room: string;
  bed: number;
};

/** Ten residents of the centre of 青石桥: five rooms of two beds. Two of them carry the same name. */
export const residents: Someone[] = [
  {
    name: '田秋月',
    birth: '1971-03-05',
    sequence: 122,
    category: 4,
    level: 1,
    admitted: '2021-05-06',
    room: 'A101',
    bed: 1,
  },
  {
    name: '贺兰英',
    birth: '1968-11-23',
    sequence: 246,
    category: 5,
    level: 2,
    admitted: '2019-10-01',
    room: 'A101',
    bed: 2,
  },
  {
    name: '石小军',
    birth: '1985-07-14',
    sequence: 315,
    category: 6,
    level: 2,
    admitted: '2024-02-29',
    room: 'A102',
    bed: 1,
  },
  {
    name: '尹福来',
    birth: '1959-01-30',
    sequence: 411,
    category: 7,
    level: 1,
    admitted: '2018-12-31',
    room: 'A102',
    bed: 2,
  },
  {
    name: '田秋月',
    birth: '1990-12-12',
    sequence: 528,
    category: 5,
    level: 1,
    admitted: '2022-08-15',
    room: 'A103',
    bed: 1,
  },
  {
    name: '欧阳秀',
    birth: '1977-06-06',
    sequence: 604,
    category: 4,
    level: 2,
    admitted: '2023-03-20',
    room: 'A103',
    bed: 2,
  },
  {
    name: '任大山',
    birth: '1964-09-09',
    sequence: 733,
    category: 4,
    level: 1,
    admitted: '2020-01-02',
    room: 'A104',
    bed: 1,
  },
  {
    name: '薛满仓',
    birth: '1972-02-17',
    sequence: 835,
    category: 5,
    level: 2,
    admitted: '2021-11-11',
    room: 'A104',
    bed: 2,
  },
  {
    name: '段玉梅',
    birth: '1981-10-28',
    sequence: 946,
    category: 6,
    level: 1,
    admitted: '2025-06-30',
    room: 'A105',
    bed: 1,
  },
  {
    name: '常有福',
    birth: '1956-04-19',
    sequence: 57,
    category: 4,
    level: 2,
    admitted: '2019-07-07',
    room: 'A105',
    bed: 2,
  },
];

export const caregivers = [
  { name: '牛爱华', birth: '1974-08-08', sequence: 168, started: '2021-01-01', wage: 2150 },
  { name: '高志远', birth: '1979-05-25', sequence: 271, started: '2022-06-01', wage: 2300 },
  { name: '向春兰', birth: '1983-09-13', sequence: 382, started: '2023-09-01', wage: 2150 },
  { name: '骆喜梅', birth: '1988-02-03', sequence: 486, started: '2024-03-15', wage: 2100 },
  { name: '蒲国强', birth: '1976-12-29', sequence: 597, started: '2020-10-10', wage: 2400 },
];
