import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A node of the syntax tree (ESTree with types); fields are looked at by name. */
export type Node = { readonly type: string; readonly [field: string]: unknown };

/** Every TypeScript file below these folders of the repository, by its path in it. */
export function sourcesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) => {
      const path = join(folder, name);
      if (statSync(join(root, path)).isDirectory()) return sourcesBelow(path);
      return /\.tsx?$/.test(name) ? [path] : [];
    }),
  );
}

/** The syntax tree of a file of the repository. Throws when it does not parse. */
export function treeOf(path: string): Node {
  return treeOfText(path, readFileSync(join(root, path), 'utf8'));
}

export function treeOfText(name: string, text: string): Node {
  const { program, errors } = parseSync(name, text);
  if (errors.length > 0) throw new Error(`${name} does not parse: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Visits every node with the nodes above it, nearest first. */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: readonly Node[] = [],
): void {
  visit(node, above);
  const path = [node, ...above];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, path);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
