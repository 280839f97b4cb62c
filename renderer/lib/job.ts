import { useState } from 'react';

/** An id for a piece of long work, and a new one for the next: `const [job, nextJob] = useJob()`. */
export function useJob(): [job: string, nextJob: () => string] {
  const [job, setJob] = useState(() => crypto.randomUUID());
  return [
    job,
    () => {
      const next = crypto.randomUUID();
      setJob(next);
      return next;
    },
  ];
}
