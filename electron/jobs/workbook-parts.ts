import { SSF } from '@e965/xlsx';
import { FileIsRefused } from './file-refusal.ts';
import { readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** A sheet as the workbook lists it; `part` is null where it is no table (a chart, a macro sheet). */
export type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly part: string | null };

export type WorkbookFacts = {
  readonly sheets: readonly ListedSheet[];
  readonly from1904: boolean;
  /** The texts that cells name by their place. */
  readonly texts: readonly string[];
  /** Number formats by the style of a cell. */
  readonly formats: readonly string[];
};

const WORKBOOK = 'xl/workbook.xml';

/** Reads what an .xlsx says about itself: its sheets, the texts they share, the formats of its numbers. Throws FileIsRefused. */
export function readWorkbookFacts(zip: ZipParts): WorkbookFacts {
  const part = workbookPart(zip);
  const targets = relationsOf(zip, part);
  const { listed, from1904 } = readSheetList(zip, part);
  const byType = (ending: string) =>
    [...targets.values()].find(({ type }) => type.endsWith(ending))?.target ?? null;
  return {
    from1904,
    sheets: listed.map(({ name, hidden, id }) => {
      const relation = targets.get(id);
      if (!relation) throw new FileIsRefused('damaged', { part, sheet: name });
      return { name, hidden, part: relation.type.endsWith('/worksheet') ? relation.target : null };
    }),
    texts: readTexts(zip, byType('/sharedStrings')),
    formats: readFormats(zip, byType('/styles')),
  };
}

/** Where the workbook's own part lies: nearly always in the same place, else where the pack says. */
function workbookPart(zip: ZipParts): string {
  if (zip.has(WORKBOOK)) return WORKBOOK;
  const target = [...relationsOf(zip, '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target;
  if (target === undefined || !zip.has(target) || !target.endsWith('.xml'))
    throw new FileIsRefused('other-kind');
  return target;
}

type Relation = { readonly type: string; readonly target: string };

/** What a part points to, by id; what lies outside the pack is left out. */
function relationsOf(zip: ZipParts, part: string): Map<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relation>();
  const bytes = zip.read(file);
  if (!bytes) return found;
  readXml(bytes, file, {
    open: (name, attributes, path) => {
      if (name !== 'Relationship' || path.length !== 2) return;
      const given = attributes();
      const [id, target] = [given.get('Id') ?? '', given.get('Target') ?? ''];
      if (given.get('TargetMode') === 'External') return;
      if (found.has(id)) throw new FileIsRefused('damaged', { part: file });
      found.set(id, { type: given.get('Type') ?? '', target: resolved(folder, target) });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

function readSheetList(zip: ZipParts, part: string) {
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  readXml(zip.read(part) ?? new Uint8Array(), part, {
    open: (name, attributes, path) => {
      if (name === 'workbookPr' && path.length === 2) from1904 = isTrue(attributes().get('date1904'));
      if (name !== 'sheet' || path.length !== 3 || path[1] !== 'sheets') return;
      const given = attributes();
      const id = [...given].find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      listed.push({
        name: given.get('name') ?? '',
        hidden: (given.get('state') ?? 'visible') !== 'visible',
        id,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { listed, from1904 };
}

/** The shared texts; of a text in several fonts all pieces, without the reading aids beside them (`rPh`). */
function readTexts(zip: ZipParts, part: string | null): string[] {
  const texts: string[] = [];
  const bytes = part === null ? null : zip.read(part);
  if (!bytes || part === null) return texts;
  let text = '';
  readXml(bytes, part, {
    open: (name, _, path) => {
      if (name === 'si' && path.length === 2) text = '';
    },
    text: (piece, path) => {
      if (path.at(-1) === 't' && path[1] === 'si' && !path.includes('rPh')) text += piece;
    },
    close: (name, path) => {
      if (name === 'si' && path.length === 2) texts.push(unescaped(text));
    },
  });
  return texts;
}

function readFormats(zip: ZipParts, part: string | null): string[] {
  const bytes = part === null ? null : zip.read(part);
  if (!bytes || part === null) return [];
  const own = new Map<string, string>();
  const ids: string[] = [];
  readXml(bytes, part, {
    open: (name, attributes, path) => {
      if (name === 'numFmt' && path[1] === 'numFmts')
        own.set(attributes().get('numFmtId') ?? '', attributes().get('formatCode') ?? '');
      if (name === 'xf' && path[1] === 'cellXfs' && path.length === 3)
        ids.push(attributes().get('numFmtId') ?? '0');
    },
    close: () => undefined,
    text: () => undefined,
  });
  const usual = SSF.get_table() as Readonly<Record<string, unknown>>;
  return ids.map((id) => {
    const format = own.get(id) ?? usual[id];
    // Excel allows 255 characters; a longer one is no format that anybody chose.
    return typeof format === 'string' && format.length <= 255 ? format : 'General';
  });
}

/** Excel writes a control character in a text as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
