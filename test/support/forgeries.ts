import { sha256 } from '../../shared/package/bytes.ts';
import { namespaces, sign } from '../../shared/package/sshsig.ts';
import { MANIFEST, SIGNATURE, SUMS } from '../../shared/package/statement.ts';
import { sumsOf } from '../../shared/package/sums.ts';
import { pack, unpack, type Entry } from '../../shared/package/tar.ts';
import { changedBytes } from './byte-changes.ts';
import { centreKey, keyFor } from './packages.ts';

/**
 * What somebody could try who knows the format: every sum, checksum and length is put right again, all that is missing is the
 * centre's signature. Each forger takes genuine containers of one centre apart and answers one that it never signed, or by
 * chance a genuine one.
 */
export type Forger = (genuine: readonly (readonly Entry[])[], random: () => number) => Uint8Array;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;
const nobody = keyFor('nobody');
const neighbour = keyFor('411799102');

const dataOf = (entries: readonly Entry[], name: string) =>
  entries.find((entry) => entry.name === name)?.data ?? new Uint8Array();
const isContent = ({ name }: Entry) => name !== SUMS && name !== SIGNATURE;
const replaced = (entries: readonly Entry[], name: string, data: Uint8Array): Entry[] =>
  entries.map((entry) => (entry.name === name ? { name, data } : entry));

/** Sums that are right, under the signature that was there. */
const summed = (entries: readonly Entry[]) => replaced(entries, SUMS, sumsOf(entries.filter(isContent)));

/** Right sums and a signature that is right too, but of a key that is not this centre's, or for another purpose. */
function signedByOther(entries: readonly Entry[], random: () => number): Entry[] {
  const good = summed(entries);
  const sums = dataOf(good, SUMS);
  const [key, namespace] = pick(
    [
      [nobody, namespaces.export],
      [neighbour, namespaces.export],
      [centreKey, namespaces.enrol],
    ] as const,
    random,
  );
  return replaced(good, SIGNATURE, sign(sums, namespace, key));
}

/** One value of a row or of the manifest changed for another of its kind, so that the file stays well-formed. */
function editedText(text: string, random: () => number): string {
  const edits: (() => string)[] = [
    () => text.replace(/:(\d+)/, (_, digits: string) => `:${Number(digits) + 1 + Math.floor(random() * 9)}`),
    () => text.replace(/"net_fen":(-?\d+)/, () => `"net_fen":${Math.floor(random() * 900_000)}`),
    () => text.replace(/2026-10-\d\d/, () => `2026-10-${String(10 + Math.floor(random() * 20))}`),
    () => text.replace(/"(male|female)"/, (whole) => (whole === '"male"' ? '"female"' : '"male"')),
    () => text.replace(/[\u4e00-\u9fff]/, () => pick([...'王李张刘陈'], random)),
    () => text.replace('"full"', '"correction"').replace('"correction"', '"empty"'),
    () => text.replace(/"seq":\d+/, () => `"seq":${1 + Math.floor(random() * 99)}`),
    () =>
      text.replace(
        /"center":"\d+"/,
        () => `"center":"4117991${String(Math.floor(random() * 100)).padStart(2, '0')}"`,
      ),
    () => text.replace(/[0-9a-f]{64}/, () => sha256(encode(String(random())))),
  ];
  const start = Math.floor(random() * edits.length);
  for (let turn = 0; turn < edits.length; turn += 1) {
    const edited = edits[(start + turn) % edits.length]?.() ?? text;
    if (edited !== text) return edited;
  }
  return text;
}

/** Rows left out, doubled, exchanged or made up. */
function editedRows(text: string, random: () => number): string {
  const lines = text.split('\n').slice(0, -1);
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? '{}';
  const changed = pick(
    [
      () => lines.toSpliced(at, 1),
      () => lines.toSpliced(at, 0, line),
      () => lines.toReversed(),
      () => [...lines, editedText(line, random)],
      () => [],
    ],
    random,
  )();
  return changed.map((row) => `${row}\n`).join('');
}

function withEditedContent(entries: readonly Entry[], random: () => number): Entry[] {
  const { name, data } = pick(entries.filter(isContent), random);
  const edit = name === MANIFEST || random() < 0.6 ? editedText : editedRows;
  return replaced(entries, name, encode(edit(decode(data), random)));
}

/** A header with some bytes changed and its checksum put right. */
function withEditedHeader(entries: readonly Entry[], random: () => number): Uint8Array {
  const archive = pack(entries);
  let offset = 0;
  for (const { data } of entries.slice(0, Math.floor(random() * entries.length)))
    offset += 512 + Math.ceil(data.length / 512) * 512;
  const header = archive.subarray(offset, offset + 512);
  if (random() < 0.3) {
    // A size that takes padding for content, or content for padding.
    const size = Number.parseInt(decode(header.subarray(124, 135)), 8) + Math.floor(random() * 9) - 4;
    header.set(encode(`${Math.max(size, 0).toString(8).padStart(11, '0')}\0`), 124);
  } else header.set(changedBytes(header, random).subarray(0, 512));
  header.fill(32, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return archive;
}

function withEditedSums(entries: readonly Entry[], random: () => number): Entry[] {
  const text = decode(dataOf(entries, SUMS));
  const lines = text.split('\n').slice(0, -1);
  const at = Math.floor(random() * lines.length);
  const changed = pick(
    [
      () => lines.toReversed(),
      () => lines.toSpliced(at, 1),
      () => lines.toSpliced(at, 0, lines[at] ?? ''),
      () => lines.with(at, (lines[at] ?? '').toUpperCase()),
      () => lines.with(at, (lines[at] ?? '').replace('  ', ' *')),
      () => lines.with(at, `${sha256(encode(String(random())))}  ${(lines[at] ?? '').slice(66)}`),
      () => [...lines, `${'0'.repeat(64)}  zzz`],
      () => lines.map((line) => `${line}\r`),
    ],
    random,
  )();
  return replaced(entries, SUMS, encode(changed.map((line) => `${line}\n`).join('')));
}

/** The signature's bytes changed under its armor, which is made anew. */
function withEditedSignature(entries: readonly Entry[], random: () => number): Entry[] {
  const armored = decode(dataOf(entries, SIGNATURE));
  const blob = Buffer.from(armored.split('\n').slice(1, -2).join(''), 'base64');
  const at =
    random() < 0.5 ? blob.length - 1 - Math.floor(random() * 64) : Math.floor(random() * blob.length);
  const changed =
    random() < 0.8
      ? Buffer.from(blob).fill((blob[at] ?? 0) ^ (1 << Math.floor(random() * 8)), at, at + 1)
      : Buffer.from(changedBytes(blob, random));
  const lines = changed.toString('base64').match(/.{1,70}/g) ?? [];
  return replaced(
    entries,
    SIGNATURE,
    encode(['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n')),
  );
}

function rearranged(entries: readonly Entry[], random: () => number): Entry[] {
  const at = Math.floor(random() * entries.length);
  const other = Math.floor(random() * entries.length);
  const entry = entries[at] as Entry;
  return pick(
    [
      () => entries.with(at, entries[other] as Entry).with(other, entry),
      () => entries.toSpliced(at, 1),
      () => entries.toSpliced(at, 0, entry),
      () =>
        entries.with(at, {
          name: `data/${String.fromCharCode(97 + Math.floor(random() * 26))}.ndjson`,
          data: entry.data,
        }),
      () => entries.toSpliced(at, 0, { name: 'data/extra.ndjson', data: new Uint8Array() }),
    ],
    random,
  )();
}

/** Entries of two packages that the same centre signed, mixed. */
function mixed(genuine: readonly (readonly Entry[])[], random: () => number): Entry[] {
  const [one, other] = [pick(genuine, random), pick(genuine, random)];
  return one.map((entry, index) => (random() < 0.5 ? entry : (other[index] ?? entry)));
}

const chosen =
  (change: (entries: readonly Entry[], random: () => number) => Entry[]): Forger =>
  (genuine, random) =>
    pack(change(pick(genuine, random), random));

export const forgers = {
  'a header with its checksum put right': (genuine, random) =>
    withEditedHeader(pick(genuine, random), random),
  'content under the old sums': chosen(withEditedContent),
  'content and its sums under the old signature': chosen((entries, random) =>
    summed(withEditedContent(entries, random)),
  ),
  'content, sums and the signature of another key or purpose': chosen((entries, random) =>
    signedByOther(withEditedContent(entries, random), random),
  ),
  'nothing, signed by another key or for another purpose': chosen(signedByOther),
  sums: chosen(withEditedSums),
  'a signature under its armor': chosen(withEditedSignature),
  'entries exchanged, left out, doubled, renamed or put in': chosen(rearranged),
  'the same with the sums put right': chosen((entries, random) => summed(rearranged(entries, random))),
  'entries of two genuine packages': (genuine, random) => pack(mixed(genuine, random)),
  'entries of two genuine packages with the sums put right': (genuine, random) =>
    pack(summed(mixed(genuine, random))),
} as const satisfies Record<string, Forger>;

/** Genuine containers, taken apart. */
export const apart = (archives: readonly Uint8Array[]): Entry[][] =>
  archives.map((archive) => unpack(archive));
