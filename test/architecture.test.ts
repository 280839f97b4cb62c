import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom. Everything not listed is forbidden. */
const mayImport: Record<string, readonly string[]> = {
  shared: ['shared'],
  db: ['db', 'shared'],
  renderer: ['renderer', 'shared'],
  electron: ['electron', 'db', 'shared'],
};

/** What shared/ must not touch: input, output, clocks and chance come in as arguments. */
const impure = [
  /\bfrom '(?:node:|electron|better-sqlite3|kysely|react)/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bcrypto\.(?:randomUUID|getRandomValues|randomBytes)\b/,
  /\bperformance\.now\(/,
  /\b(?:setTimeout|setInterval|fetch)\(/,
  /\bprocess\./,
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return sources(path);
    return /\.(?:ts|tsx|mjs)$/.test(name) ? [path] : [];
  });
}

/** Modules that a file names in static, side-effect and dynamic imports and re-exports. */
function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const patterns = [
    /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gms,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const files = Object.keys(mayImport).flatMap(sources);
const graph = new Map(
  files.map((file) => {
    const imports = importsOf(readFileSync(join(root, file), 'utf8'));
    const inside = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, resolve(root, dirname(file), name)));
    return [file, { inside, outside: imports.filter((name) => !name.startsWith('.')) }] as const;
  }),
);

const offences = (find: (file: string, edge: { inside: string[]; outside: string[] }) => string[]) =>
  [...graph].flatMap(([file, edge]) => find(file, edge).map((what) => `${file} → ${what}`));

describe('the architecture', () => {
  it('found the source files at all', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(
      importsOf(
        `import { a } from './a.ts';\nexport * from "./b.ts";\nawait import('./c.ts');\nimport './d.css';`,
      ),
    ).toEqual(['./a.ts', './b.ts', './d.css', './c.ts']);
  });

  it('runs renderer → shared ← db ← electron', () => {
    const layer = (file: string) => file.split('/')[0] ?? '';
    expect(
      offences((file, { inside }) =>
        inside.filter((target) => !mayImport[layer(file)]?.includes(layer(target))),
      ),
    ).toEqual([]);
  });

  it('lets only electron/shell touch Electron, so that all else runs under plain Node', () => {
    const rest = offences((file, { outside }) =>
      file.startsWith('electron/shell/') ? [] : outside.filter((name) => name === 'electron'),
    );
    expect(rest).toEqual([]);
  });

  it('keeps the raw driver and Kysely out of the window, and SQL out of services', () => {
    expect(
      offences((file, { outside }) =>
        file.startsWith('renderer/')
          ? outside.filter((name) => /^(?:node:|electron|better-sqlite3|kysely)/.test(name))
          : [],
      ),
    ).toEqual([]);
    const withSql = files.filter(
      (file) =>
        file.startsWith('electron/services/') &&
        /\b(?:prepare|exec)\(\s*[`'"]/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(withSql).toEqual([]);
  });

  it('keeps files, networks, clocks and chance out of shared', () => {
    const found = files
      .filter((file) => file.startsWith('shared/'))
      .flatMap((file) => {
        const code = readFileSync(join(root, file), 'utf8')
          .replaceAll(/\/\*[\s\S]*?\*\//g, '')
          .replaceAll(/\/\/.*$/gm, '');
        return impure.filter((pattern) => pattern.test(code)).map((pattern) => `${file}: ${pattern}`);
      });
    expect(found).toEqual([]);
  });

  it('never runs in a circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of graph.get(file)?.inside ?? [])
        if (graph.has(target)) visit(target, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
