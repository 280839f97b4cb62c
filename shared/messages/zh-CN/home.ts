/** The first page of the day. */
export const home = {
  greeting: { morning: '{{name}}，早上好', afternoon: '{{name}}，下午好', evening: '{{name}}，晚上好' },
  figures: { inHouse: '在院', freeBeds: '空床', caregivers: '在岗护理员', checkups: '本月未体检' },
  next: '接下来',
  allDone: '眼下没有要办的事；有新的到期事项会出现在这里。',
  states: { now: '要办', waits: '等待', done: '已办' },
  go: '去办理',
  see: '查看',
  steps: {
    register: {
      title: '入住登记',
      now: '还没有入住人员：导入多年的台账，或者新办入住。',
      waits: '',
      done: '在院 {{count}} 位。',
    },
    doubts: {
      title: '待核实资料',
      now: '{{count}} 位的资料有存疑，核实后才计入登记人数和上报。',
      waits: '',
      done: '没有存疑的资料。',
    },
    beds: {
      title: '床位',
      now: '{{count}} 位还没有床位。',
      waits: '',
      done: '在院的人都有床位。',
    },
    pairing: {
      title: '责任包干',
      now: '{{count}} 位还没有责任护理员。',
      waits: '',
      done: '每位都有责任护理员。',
    },
    checkups: {
      title: '{{month}}体检',
      now: '{{count}} 位本月还没有体检。',
      waits: '',
      done: '在院的人本月都体检过了。',
    },
    requests: {
      title: '愿望与请假',
      now: '{{count}} 条申请等您决定。',
      waits: '',
      done: '没有待定的申请。',
    },
    rosterNow: {
      title: '{{month}}排班',
      now: '本月的排班还没有发布。',
      waits: '主任还没有发布本月的排班。',
      done: '已发布。',
    },
    rosterNext: {
      title: '{{next}}排班',
      now: '下个月的排班该定了。',
      waits: '',
      done: '已发布。',
    },
    attendance: {
      title: '{{last}}考勤',
      now: '登记例外，核对后结账。',
      waits: '',
      done: '已结账。',
    },
    payroll: {
      title: '{{last}}工资',
      now: '考勤已结账，可以核算。',
      waits: '等考勤结账，或等主任审核锁定。',
      done: '已锁定。',
    },
    review: {
      title: '{{last}}工资审核',
      now: '财务已核算，请审核后锁定。',
      waits: '等财务核算。',
      done: '已锁定。',
    },
    package: {
      title: '{{last}}上报',
      now: '考勤、工资都已定，可以生成上报包。',
      waits: '工资锁定后才能上报。',
      done: '已生成上报包。',
    },
  },
};
