import { createHash } from 'node:crypto';

/**
 * Best published costs (roster.md, section 2) by the content of the instance, so that another file of the same name is
 * not mistaken for it. Only the table shows them: nothing that solves may read this.
 */
const best: Readonly<Record<string, number>> = {
  '01c819b9581dbdb1': 607,
  a4b5a227ba212d2f: 828,
  '656a25390728922e': 1001,
  '550b77e739fbfaf6': 1716,
  '5040b0b752c265af': 1143,
  '28fa4355ee665d47': 1950,
  '6188d47c17e35cd6': 1056,
  eca783b9409a06a8: 1300,
  '02c4f11eed4f5f87': 4631,
};

/** The best published cost of an instance, or null when it is not one of those that we hold. */
export function bestKnown(text: string): number | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !line.startsWith('#')).join('\n');
  return best[createHash('sha256').update(said).digest('hex').slice(0, 16)] ?? null;
}
