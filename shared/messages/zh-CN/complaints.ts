/** Complaints and how they are handled. */
export const complaints = {
  kinds: {
    violence: '打骂虐待',
    bullying: '欺凌',
    property: '克扣财物',
    neglect: '照护疏忽',
    sexual: '性侵害',
    other: '其他',
  },
  concernKinds: { caregiver: '护理员', account: '有账号的工作人员', other: '其他人', unknown: '不明' },
  tellers: {
    resident: '入住人员本人',
    guardian: '监护人或家属',
    staff: '工作人员',
    visitor: '来访者或村民',
    anonymous: '不愿留名',
  },
  fields: {
    kind: '类别',
    concernKind: '涉及谁',
    resident: '受害的入住人员',
    happenedOn: '发生日期',
    place: '地点',
    teller: '谁反映的',
    said: '反映的内容',
    doneAtOnce: '当场采取的措施',
    doer: '接到投诉的人',
    recordedBy: '登记人',
    recordedAt: '登记时间',
  },
};
