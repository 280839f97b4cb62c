/** What a resident asks for in intimate care. */
export const careWish = {
  title: '贴身护理意愿',
  hint: '洗浴、更衣、如厕等贴身护理由谁来做，本人（或监护人）说了算；排班次分工时会照顾到。',
  none: '还没有问过。',
  values: { 'same-sex': '要求同性护理员', any: '没有要求' },
  saidBy: { resident: '本人', guardian: '监护人' },
  said: '{{on}}由{{by}}表示',
  recorded: '{{by}}于{{on}}录入',
  record: '登记意愿',
  change: '重新登记',
  value: '意愿',
  speaker: '谁说的',
  saidOn: '询问日期',
  note: '备注',
  saved: '已登记，下一次排班次分工时生效。',
  earlier: '以前的意愿（{{count}}）',
};
