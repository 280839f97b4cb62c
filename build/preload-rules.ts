import { parseSync, Visitor, type Plugin } from 'vite';

/** What a sandboxed preload may load at all (trust.md 1.4); Electron gives it nothing else. */
export const preloadModules: readonly string[] = ['electron', 'events', 'timers', 'url'];

/** What a built preload loads besides, and every way of loading that does not name its module outright; empty when all is well. */
export function foreignModules(code: string): string[] {
  const { program, errors } = parseSync('preload.cjs', code);
  const found = errors.map(({ message }) => message);
  new Visitor({
    CallExpression({ callee, arguments: [name] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      const named = name?.type === 'Literal' ? String(name.value) : 'a module chosen at run time';
      if (!preloadModules.includes(named)) found.push(named);
    },
    ImportDeclaration: ({ source }) => void found.push(`import ${source.value}`),
    ImportExpression: () => void found.push('import()'),
    ExportNamedDeclaration: () => void found.push('export'),
  }).visit(program);
  return found;
}

/** Ends a build whose preload asks for more than the sandbox gives: it would only fail on the user's PC. */
export function preloadRules(): Plugin {
  return {
    name: 'what a preload may load',
    generateBundle(_options, files) {
      const found = Object.values(files).flatMap((file) =>
        file.type === 'chunk' ? foreignModules(file.code) : [],
      );
      if (found.length > 0) this.error(`the preload asks for more than a sandbox gives: ${found.join(', ')}`);
    },
  };
}
