import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** The parts of a workbook that holds cells, their look and nothing else: no links, drawings, macros, queries or embedded things. */
const PLAIN_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/theme\d+\.xml|xl\/worksheets\/sheet\d+\.xml)$/;
/** What in a sheet computes, loads or runs beside its cells. */
const ACTIVE = new Set([
  'hyperlink',
  'dataValidation',
  'cfRule',
  'oleObject',
  'control',
  'drawing',
  'legacyDrawing',
  'ddeLink',
  'externalReference',
  'webPublishItem',
]);
/** A sum over the column's own rows, the one formula that our papers have. */
const OWN_SUM = /^SUM\(([A-Z]{1,2})\d{1,5}:\1\d{1,5}\)$/;

/**
 * Whether a spreadsheet would take this text for a formula, in the cell or in a .csv that is saved from it: it begins with a sign of a
 * formula, in any width and behind whatever is blank or not seen, or with a tab or a line end (trust.md 7.2, OWASP CSV injection). One
 * sign alone is a mark.
 */
export function wouldRun(text: string): boolean {
  const shown = text.normalize('NFKC').replace(/^[\s\p{Cf}]+/u, '');
  return /^[\t\r\n]./s.test(text) || /^[=+\-@]./s.test(shown);
}

/** Every place of a workbook that a spreadsheet would compute, load or run, by a reading of its own; empty when there is none. */
export async function formulasInWorkbook(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  const found = parts.filter(({ name }) => !PLAIN_PART.test(name)).map(({ name }) => `the part ${name}`);
  const texts: string[] = [];
  const shared = zip.file('xl/sharedStrings.xml');
  if (shared)
    parse(await shared.async('string'), { close: (name, text) => name === 'si' && texts.push(text) });
  for (const part of parts.filter(({ name }) => /^xl\/(?:worksheets\/|workbook)/.test(name))) {
    let cell: Readonly<Record<string, string>> = {};
    parse(await part.async('string'), {
      open: (name, attributes) => {
        if (name === 'c') cell = attributes;
        if (ACTIVE.has(name)) found.push(`${part.name}: ${name}`);
        if (name === 'definedName' && !/^_xlnm\.(?:Print_|_FilterDatabase)/.test(attributes['name'] ?? ''))
          found.push(`${part.name}: the name ${attributes['name']}`);
        if (name === 'sheet' && wouldRun(attributes['name'] ?? ''))
          found.push(`${part.name}: the sheet ${attributes['name']}`);
      },
      close: (name, text) => {
        const place = `${part.name} ${cell['r']}`;
        if (name === 'f' && !OWN_SUM.test(text)) found.push(`${place}: ${text}`);
        if (name !== 'v' && name !== 'is') return;
        const shows = cell['t'] === 's' ? (texts[Number(text)] ?? '') : text;
        if (['s', 'str', 'inlineStr'].includes(cell['t'] ?? 'n') && wouldRun(shows))
          found.push(`${place}: ${shows}`);
      },
    });
  }
  return found;
}

/** Every text of a workbook, as its cells show it. */
export async function textsOfWorkbook(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const texts: string[] = [];
  for (const part of Object.values(zip.files).filter(({ name }) => name.endsWith('.xml')))
    parse(await part.async('string'), {
      close: (name, text) => ['si', 'is'].includes(name) && texts.push(text),
    });
  return texts;
}

type Hear = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => unknown;
  /** `text`: all of it between the beginning of this element and its end. */
  readonly close?: (name: string, text: string) => unknown;
};

function parse(xml: string, hear: Hear): void {
  const parser = new SaxesParser();
  const texts: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    hear.open?.(name, attributes as Record<string, string>);
  });
  const add = (text: string) => texts.splice(0, texts.length, ...texts.map((before) => before + text));
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const text = texts.pop() ?? '';
    hear.close?.(
      name,
      text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    );
  });
  parser.write(xml).close();
}
