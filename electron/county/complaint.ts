import type { packages } from '../../shared/messages/zh-CN/package.ts';

export type ComplaintCode = keyof typeof packages.command.errors;

/** The county's command cannot do what was asked; its sentence stands in messages under packages.command.errors. */
export class Complaint extends Error {
  readonly code: ComplaintCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: ComplaintCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}
