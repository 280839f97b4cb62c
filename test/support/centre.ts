/** The made-up centre that every test uses. */
export const CENTRE = {
  name: '柳河镇重度残疾人托养中心',
  county: '平远县',
  countyCode: '411799',
  township: '柳河镇',
  code: '411799101',
};
export const STAFF = { director: '王主任', nurse: '李护士', clerk: '赵会计' } as const;
export const PASSWORD = 'liuhe-2026';
