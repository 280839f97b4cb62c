import { isUtf8 } from 'node:buffer';
import { FileIsRefused } from './file-refusal.ts';

/** What a reader of XML is told; names come without their prefix. `path`: the open elements, the root first, this one last. */
export type XmlEvents = {
  readonly open: (
    name: string,
    attributes: () => ReadonlyMap<string, string>,
    path: readonly string[],
  ) => void;
  readonly close: (name: string, path: readonly string[]) => void;
  readonly text: (text: string, path: readonly string[]) => void;
};

const TAG =
  /<(\/?)(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DECLARATION =
  /^<\?xml\s+version\s*=\s*["']1\.\d["'](\s+encoding\s*=\s*["'](utf-8|us-ascii)["'])?(\s+standalone\s*=\s*["'](yes|no)["'])?\s*\?>$/i;
const INSTRUCTION = /^<\?(?!xml[\s?])[A-Za-z_][\w.:-]*(\s[^]*)?\?>$/i;
const DEEPEST = 100;
/** Characters of one tag: spreadsheets write some hundred. One of a million attributes would be more than the expression can hold. */
const LONGEST_TAG = 64 * 1024;

/**
 * Reads the XML of a workbook's part strictly, in one pass and without entities: what is not well-formed, goes on too deep, declares
 * a document type, or is no UTF-8, is refused, where a lenient reader would make up rows. Throws FileIsRefused.
 */
export function readXml(bytes: Uint8Array, part: string, events: XmlEvents): void {
  const damaged = () => new FileIsRefused('damaged', { part });
  if (!isUtf8(bytes)) throw damaged();
  // One byte a character is quick and small; what is not plain ASCII is decoded where it is used.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // XML knows no control characters but tab and the ends of lines.
  if (/[[\p{Cc}--[\u007f-\u009f]]--[\t\n\r]]/v.test(source)) throw damaged();
  const first = source.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  let at = first;
  const path: string[] = [];
  let roots = 0;

  const say = (text: string, decodes: boolean) => {
    if (path.length > 0) events.text(decodes ? decoded(text, damaged) : utf8(text), path);
    else if (/[^ \t\r\n]/.test(text)) throw damaged();
  };
  const past = (mark: string, from: number) => {
    const found = source.indexOf(mark, from);
    if (found < 0) throw damaged();
    return found + mark.length;
  };

  while (at < source.length) {
    const next = source.indexOf('<', at);
    const end = next < 0 ? source.length : next;
    if (end > at) say(source.slice(at, end), true);
    if (next < 0) break;
    const after = source[next + 1];
    if (after === '?') {
      at = past('?>', next);
      const isFirst = next === first;
      if (
        !(isFirst ? DECLARATION : INSTRUCTION).test(source.slice(next, at)) &&
        !(isFirst && INSTRUCTION.test(source.slice(next, at)))
      )
        throw damaged();
    } else if (source.startsWith('<!--', next)) {
      at = past('-->', next + 4);
      if (source.slice(next + 4, at - 3).includes('--') || source[at - 4] === '-') throw damaged();
    } else if (source.startsWith('<![CDATA[', next)) {
      at = past(']]>', next);
      say(source.slice(next + 9, at - 3), false);
    } else if (after === '!') throw new FileIsRefused('pack-entities', { part });
    else {
      TAG.lastIndex = 0;
      const tag = TAG.exec(source.slice(next, next + LONGEST_TAG));
      if (!tag) throw damaged();
      const [whole, closes, name = '', attributes = '', empty] = tag;
      at = next + whole.length;
      if (closes) {
        if (path.at(-1) !== name || attributes !== '' || empty) throw damaged();
        events.close(name, path);
        path.pop();
        continue;
      }
      if (path.length === 0 && ++roots > 1) throw damaged();
      if (path.length >= DEEPEST) throw damaged();
      // What nobody asks for must be right as well, or two readers would disagree about the file.
      if (attributes.includes('&')) attributesOf(attributes, damaged);
      path.push(name);
      events.open(name, () => attributesOf(attributes, damaged), path);
      if (!empty) continue;
      events.close(name, path);
      path.pop();
    }
  }
  if (path.length > 0 || roots !== 1) throw damaged();
}

function attributesOf(text: string, damaged: () => Error): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (found.has(name)) throw damaged();
    found.set(name, decoded(double ?? single ?? '', damaged));
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string, damaged: () => Error): string {
  const plain = utf8(text);
  if (!plain.includes('&')) return plain;
  return plain.replaceAll(/&([^;&]{0,12};?)/g, (_, body: string) => {
    const parts = /^(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));$/.exec(body);
    if (!parts) throw damaged();
    if (parts[3] !== undefined) return NAMED[parts[3]] ?? thrown(damaged);
    const code = parts[1] === undefined ? Number.parseInt(parts[2] ?? '', 16) : Number(parts[1]);
    const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
    return isCharacter ? String.fromCodePoint(code) : thrown(damaged);
  });
}

/** The characters behind the bytes. */
function utf8(latin1: string): string {
  return /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1;
}

function thrown(error: () => Error): never {
  throw error();
}
