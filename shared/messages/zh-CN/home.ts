/** The first page of the day. */
export const home = {
  greeting: { morning: '{{name}}，早上好', afternoon: '{{name}}，下午好', evening: '{{name}}，晚上好' },
  next: '接下来',
  nextHint: {
    director: '本月从入住到上报，按顺序往下做就行。',
    nurse: '今天的护理工作。',
    clerk: '本月的考勤和工资。',
  },
  toPages: '常用页面',
  allDone: '眼下没有要办的事',
  allDoneHint: '有新的到期事项会出现在这里。',
  step: { done: '已完成', now: '现在做', later: '以后' },
};
