import { useState } from 'react';
import type { FileContent } from '../../shared/contract/file.ts';
import { saveFile } from './bytes.ts';
import { announceRefusal } from './failure.ts';

/** Asks for a file when it is wanted and saves it; a refusal is shown in the corner. */
export function useDownload(load: () => Promise<FileContent>): {
  readonly loading: boolean;
  readonly start: () => Promise<void>;
} {
  const [loading, setLoading] = useState(false);
  const start = async () => {
    setLoading(true);
    try {
      saveFile(await load());
    } catch (thrown) {
      announceRefusal(thrown);
    } finally {
      setLoading(false);
    }
  };
  return { loading, start };
}
