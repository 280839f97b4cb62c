import type { Words } from '../words.ts';
import type { home as zh } from '../zh-CN/home.ts';

export const home: Words<typeof zh> = {
  greeting: {
    morning: 'Good morning, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
  },
  next: 'What is next',
  nextHint: {
    director: 'From admission to the county package: go down the list.',
    nurse: "Today's care work.",
    clerk: "This month's attendance and pay.",
  },
  toPages: 'Pages you use',
  allDone: 'Nothing to do right now',
  allDoneHint: 'What falls due will show up here.',
  step: { done: 'Done', now: 'Now', later: 'Later' },
};
