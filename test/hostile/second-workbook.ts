import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import type { Told } from './outcome.ts';

type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Node[];
};

const last = (name: string) => name.split(':').at(-1) ?? name;

/** A part as a tree, by a strict parser that is not ours; throws where it is not well-formed. */
function treeOf(text: string): Node {
  const root: Node = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = {
      name: last(name),
      attributes: attributes as Record<string, string>,
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const say = (piece: string) => {
    const node = open.at(-1);
    if (node) node.text += piece;
  };
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

const under = (node: Node | undefined, ...path: string[]): Node[] =>
  path.reduce<Node[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    node ? [node] : [],
  );

const plain = (text: string) =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

const textOf = (node: Node): string =>
  [...under(node, 't'), ...under(node, 'r', 't')].map(({ text }) => text).join('');

/**
 * A second, independent reading of an .xlsx by other libraries (jszip, saxes) and other code: the tree of each sheet,
 * asked for its cells. Cells in error and formulas without a result are left out.
 */
export async function secondWorkbook(bytes: Uint8Array): Promise<Map<string, Told>> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => {
    const file = zip.file(name) ?? zip.file(new RegExp(`^${name.replaceAll('.', '\\.')}$`, 'i'))[0];
    return file
      ? treeOf(new TextDecoder('utf-8', { fatal: true }).decode(await file.async('uint8array')))
      : undefined;
  };
  const relations = under(await part('xl/_rels/workbook.xml.rels'), 'Relationship').map(
    ({ attributes }) => attributes,
  );
  const target = (path: string | undefined) => (path?.startsWith('/') ? path.slice(1) : `xl/${path}`);
  const shared = relations.find(({ Type }) => Type?.endsWith('/sharedStrings'));
  const texts = under(shared ? await part(target(shared['Target'])) : undefined, 'si').map(textOf);
  const found = new Map<string, Told>();
  for (const [index, sheet] of under(await part('xl/workbook.xml'), 'sheets', 'sheet').entries()) {
    const id = Object.entries(sheet.attributes).find(([name]) => last(name) === 'id')?.[1];
    const relation = relations.find(({ Id, TargetMode }) => Id === id && TargetMode !== 'External');
    if (!relation?.['Type']?.endsWith('/worksheet')) continue;
    let row = 0;
    for (const line of under(await part(target(relation['Target'])), 'sheetData', 'row')) {
      row = line.attributes['r'] === undefined ? row + 1 : Number(line.attributes['r']);
      let column = -1;
      for (const cell of under(line, 'c')) {
        column = cell.attributes['r'] === undefined ? column + 1 : columnOf(cell.attributes['r']);
        const value = valueOf(cell, texts);
        if (value !== null) found.set(`${index} ${row} ${column}`, value);
      }
    }
  }
  return found;
}

function valueOf(cell: Node, texts: readonly string[]): Told {
  const written = under(cell, 'v')[0]?.text ?? '';
  switch (cell.attributes['t'] ?? 'n') {
    case 'inlineStr':
      return plain(under(cell, 'is').map(textOf).join('')) || null;
    case 'str':
      return plain(written) || null;
    case 's':
      return written.trim() === '' ? null : plain(texts[Number(written)] ?? '\0missing') || null;
    case 'b':
      return written.trim() === '' ? null : written === '1' || written === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      return null;
    case 'd':
      return written.trim() === '' ? null : written;
    default:
      return written.trim() === '' ? null : Number(written);
  }
}

function columnOf(address: string): number {
  let column = 0;
  for (const letter of address.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
