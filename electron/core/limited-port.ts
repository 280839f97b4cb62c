import { Allowance } from './allowance.ts';

/** What is heard on a message port in Electron's main process. */
export type Port = {
  on(event: 'message', listener: (event?: { data: unknown }) => void): unknown;
};

/** A workbook as base64 in JSON, and some room: the largest request of all, in bytes. */
export const LARGEST_REQUEST = 36 * 1024 * 1024;

type Hearing = {
  /** Answers one message; rejects where it cannot be read. */
  readonly answer: (message: string | Uint8Array) => Promise<void>;
  /** Told in English what was wrong; ends the port. */
  readonly refuse: (why: string) => void;
  /** Milliseconds of a clock that only goes on. */
  readonly clock: () => number;
  readonly largest?: number;
};

/**
 * Hears on a port only what our own window sends: text or bytes, none larger than a request may be, no more of them than a page can
 * have cause for, and nothing that cannot be read. The first message that is not so ends the port; what comes after it is not heard.
 */
export function hearWithin(port: Port, { answer, refuse, clock, largest = LARGEST_REQUEST }: Hearing): void {
  const allowance = new Allowance({ atOnce: 5_000, perSecond: 1_000, clock });
  let ended = false;
  const end = (why: string) => {
    if (ended) return;
    ended = true;
    refuse(why);
  };
  port.on('message', (event) => {
    if (ended) return;
    const data = event?.data;
    if (typeof data !== 'string' && !(data instanceof Uint8Array))
      return end('a message of the window is neither text nor bytes');
    if (data.length > largest) return end(`a message of the window has a length of ${data.length}`);
    if (!allowance.take()) return end('the window sends too many messages');
    answer(data).catch((error: unknown) => end(`a message of the window cannot be read: ${String(error)}`));
  });
}
