import type { IncomingMessage } from 'node:http';

type Limits = {
  /** Bytes of one body. */
  readonly largest: number;
  /** Bytes of all bodies that are being read at the same time. */
  readonly together: number;
};

/** Reads the bodies of requests within what one and all of them may cost in memory, whatever their heads promise. */
export class Bodies {
  readonly #limits: Limits;
  #held = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The whole body, or the status of the refusal: too large, or too much at once. What comes after the limit is not kept. */
  async read(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | 413 | 503> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.#held += chunk.length;
        if (size > this.#limits.largest) return 413;
        if (this.#held > this.#limits.together) return 503;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } finally {
      this.#held -= size;
    }
  }
}
