import { useEffect } from 'react';
import type { Paper } from '../../shared/audit/papers.ts';
import { api } from '../lib/api.ts';
import { announceRefusal } from '../lib/failure.ts';

type Stamp = { readonly seq: number; readonly code: string };
type Printed = { readonly paper: Paper; readonly of: string; readonly stamp: Stamp | null };

/** Printing and saving as PDF both announce themselves; the log takes it as one when they come together. */
const TOGETHER = 2_000;

/** Writes down that the paper goes to the printer, by whatever way it was asked for: the button, Ctrl+P, PDF. */
export function usePrinted({ paper, of, stamp }: Printed): void {
  const [seq, code] = [stamp?.seq, stamp?.code];
  useEffect(() => {
    let last = -Infinity;
    const printed = (event: Event) => {
      if (event.timeStamp - last < TOGETHER) return;
      last = event.timeStamp;
      const carried = seq === undefined || code === undefined ? null : { seq, code };
      api.audit.printed({ paper, of, stamp: carried }).catch(announceRefusal);
    };
    window.addEventListener('beforeprint', printed);
    return () => window.removeEventListener('beforeprint', printed);
  }, [paper, of, seq, code]);
}
