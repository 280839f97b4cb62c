import { door } from '../core/door.ts';

export const jobs = {
  progress: door.jobs.progress.handler(async ({ input, context }) =>
    context.house.jobs.progress(input.job, context.connection.id),
  ),
  cancel: door.jobs.cancel.handler(async ({ input, context }) => ({
    stopping: context.house.jobs.cancel(input.job, context.connection.id),
  })),
};
