/** What Ctrl+K finds. */
export const find = {
  residents: '托养对象',
  caregivers: '护理员',
  beds: '床位',
  devices: '辅具',
  left: '已离开',
  ended: '已离岗',
  noBed: '无床位',
  free: '空床',
  inStore: '在库',
};
