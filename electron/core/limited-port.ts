import { Allowance } from './allowance.ts';

/** What oRPC needs of a message port in Electron's main process. */
export type Port = {
  on(event: string, listener: (event?: { data: unknown }) => void): unknown;
  postMessage(data: unknown): void;
};

/** A workbook as base64 in JSON, and some room: the largest request of all, in bytes. */
export const LARGEST_REQUEST = 36 * 1024 * 1024;

type Limits = {
  /** Milliseconds of a clock that only goes on. */
  readonly clock: () => number;
  /** Told in English what was wrong; ends the port. */
  readonly refuse: (why: string) => void;
  readonly largest?: number;
};

/**
 * A port that carries only what our own window sends: text or bytes, none larger than a request may be, and no more of them than
 * a page can have cause for. The first message that is not so ends the port; nothing of it is read.
 */
export function limitedPort(port: Port, { clock, refuse, largest = LARGEST_REQUEST }: Limits): Port {
  const allowance = new Allowance({ atOnce: 5_000, perSecond: 1_000, clock });
  let refused = false;
  const wrongWith = (data: unknown): string | null => {
    const size = sizeOf(data);
    if (size === null) return 'a message of the window is neither text nor bytes';
    if (size > largest) return `a message of the window has ${size} bytes`;
    return allowance.take() ? null : 'the window sends too many messages';
  };
  return {
    postMessage: (data) => port.postMessage(data),
    on: (event, listener) =>
      port.on(event, (sent) => {
        if (event !== 'message') return listener(sent);
        if (refused) return;
        const wrong = wrongWith(sent?.data);
        if (wrong === null) return listener(sent);
        refused = true;
        refuse(wrong);
      }),
  };
}

/** Bytes of a message at least; a character of a text is one byte or more. Null for what is no message of ours. */
function sizeOf(data: unknown): number | null {
  if (typeof data === 'string') return data.length;
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? data.byteLength : null;
}
