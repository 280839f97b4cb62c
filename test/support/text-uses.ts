import { parseSync } from 'vite';

/**
 * Which texts the program uses, read from its source: a path such as `roster.rules.leave` is followed from `$`, useWords(),
 * messages[language] and what is typed Words<Messages> through variables, destructuring, properties and parameters. Where a key is
 * chosen at run time (`words.kinds[kind]`), or a group of texts is handed on whole, everything below counts as used.
 */
export type Texts = { readonly [key: string]: string | Texts };
export type Source = { readonly name: string; readonly text: string };
type Tree = { readonly type: string; readonly [key: string]: unknown };
type Paths = ReadonlySet<string>;
type Known = Map<string, Set<string>>;

const none: Paths = new Set();
const LANGUAGES = '*';
/** Between the parts of a path: no key has it. */
const PART = '\n';
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string';
const children = (tree: Tree): Tree[] => Object.values(tree).flat().filter(isTree);
const nameOf = (tree: unknown): string => (isTree(tree) ? String(tree['name'] ?? tree['value'] ?? '') : '');
const learn = (known: Known, name: string, paths: Paths): boolean => {
  const all = known.get(name) ?? new Set();
  const before = all.size;
  for (const path of paths) all.add(path);
  if (all.size > 0) known.set(name, all);
  return all.size > before;
};

export function usedTexts(texts: Texts, sources: readonly Source[]): ReadonlySet<string> {
  const trees = sources.map(({ name, text }) => parseSync(name, text).program as unknown as Tree);
  // What stands in one file and is imported by another: named types, functions that give texts back, typed properties.
  const shared = { types: new Map(), returns: new Map(), members: new Map(), takes: new Map() } as Record<
    'types' | 'returns' | 'members' | 'takes',
    Known
  >;
  const used = new Set<string>();
  const readers = trees.map((tree) => reader(texts, tree, shared, used));
  while (readers.map((read) => read()).some(Boolean));
  return new Set([...used].map((path) => path.replaceAll(PART, '.')));
}

/** Gives a function that reads one file again with what is known by now, and says whether it learned anything. */
function reader(
  texts: Texts,
  program: Tree,
  shared: Record<'types' | 'returns' | 'members' | 'takes', Known>,
  used: Set<string>,
): () => boolean {
  const names: Known = new Map([['$', new Set([''])]]);
  const members: Known = new Map();
  let learned = false;
  const know = (known: Known, name: string, paths: Paths) => {
    learned = learn(known, name, paths) || learned;
  };
  const at = (path: string): string | Texts | undefined =>
    path === ''
      ? texts
      : path
          .split(PART)
          .reduce<string | Texts | undefined>(
            (group, key) => (typeof group === 'object' ? group[key] : undefined),
            texts,
          );
  const below = (path: string, key: string | null): string[] => {
    if (path === LANGUAGES) return [''];
    const group = at(path);
    if (typeof group !== 'object') return [];
    return (key === null ? Object.keys(group) : key in group ? [key] : []).map((one) =>
      path === '' ? one : `${path}${PART}${one}`,
    );
  };
  const step = (paths: Paths, key: string | null): Paths =>
    new Set([...paths].flatMap((path) => below(path, key)));
  const countAll = (path: string) => {
    if (typeof at(path) === 'string') used.add(path);
    else for (const one of below(path, null)) countAll(one);
  };

  const ofType = (type: unknown): Paths => {
    if (!isTree(type)) return none;
    if (type.type === 'TSTypeAnnotation') return ofType(type['typeAnnotation']);
    if (type.type === 'TSIndexedAccessType')
      return step(ofType(type['objectType']), nameOf((type['indexType'] as Tree)['literal']) || null);
    if (type.type !== 'TSTypeReference') return none;
    const name = nameOf(type['typeName']);
    const [first] = isTree(type['typeArguments']) ? children(type['typeArguments']) : [];
    if (name === 'Messages') return new Set(['']);
    return name === 'Words' ? ofType(first) : (shared.types.get(name) ?? none);
  };
  const ofMember = (key: string): Paths => members.get(key) ?? shared.members.get(key) ?? none;
  const pathsOf = (tree: unknown): Paths => {
    if (!isTree(tree)) return none;
    switch (tree.type) {
      case 'Identifier':
        return nameOf(tree) === 'messages' ? new Set([LANGUAGES]) : (names.get(nameOf(tree)) ?? none);
      case 'MemberExpression': {
        const base = pathsOf(tree['object']);
        const property = tree['property'] as Tree;
        const key = tree['computed']
          ? property.type === 'Literal'
            ? nameOf(property)
            : null
          : nameOf(property);
        return base.size > 0 ? step(base, key) : key === null ? none : ofMember(key);
      }
      case 'CallExpression':
        return shared.returns.get(nameOf(tree['callee'])) ?? none;
      case 'ConditionalExpression':
        return new Set([...pathsOf(tree['consequent']), ...pathsOf(tree['alternate'])]);
      case 'LogicalExpression':
        return new Set([...pathsOf(tree['left']), ...pathsOf(tree['right'])]);
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return pathsOf(tree['expression']);
      default:
        return none;
    }
  };
  const bind = (pattern: unknown, paths: Paths): void => {
    if (!isTree(pattern)) return;
    if (pattern.type === 'Identifier') know(names, nameOf(pattern), paths);
    if (pattern.type === 'AssignmentPattern') bind(pattern['left'], paths);
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern['properties'] as Tree[]) {
      if (property.type !== 'Property') continue;
      const key = nameOf(property['key']);
      const found = paths.size > 0 ? step(paths, key) : ofMember(key);
      for (const path of found) if (typeof at(path) === 'string') used.add(path);
      bind(property['value'], found);
    }
  };

  const visitFunction = (tree: Tree, parent: Tree | null) => {
    const name = nameOf(tree['id']) || (parent?.type === 'VariableDeclarator' ? nameOf(parent['id']) : '');
    if (name) know(shared.returns, name, ofType(tree['returnType']));
    const takes = parent?.type === 'Property' ? (shared.takes.get(nameOf(parent['key'])) ?? none) : none;
    for (const [place, parameter] of (tree['params'] as Tree[]).entries()) {
      const typed = ofType(parameter['typeAnnotation']);
      bind(parameter, typed.size === 0 && place === 0 && parameter.type === 'Identifier' ? takes : typed);
    }
  };
  const visitMember = (tree: Tree) => {
    const key = nameOf(tree['key']);
    const paths = ofType(tree['typeAnnotation']);
    know(members, key, paths);
    know(shared.members, key, paths);
    const type = isTree(tree['typeAnnotation']) ? tree['typeAnnotation']['typeAnnotation'] : null;
    const [first] = isTree(type) && type.type === 'TSFunctionType' ? (type['params'] as Tree[]) : [];
    if (first) know(shared.takes, key, ofType(first['typeAnnotation']));
  };
  const visitUse = (tree: Tree, parent: Tree | null) => {
    if (parent?.type === 'MemberExpression' && parent['object'] === tree) return;
    const isBound = parent?.type === 'VariableDeclarator' && parent['init'] === tree;
    const isChosen = tree.type === 'MemberExpression' && tree['computed'] === true;
    for (const path of pathsOf(tree)) {
      if (typeof at(path) === 'string') used.add(path);
      // A whole feature is handed on with its type; a smaller group is taken to be used.
      else if (!isBound && path !== LANGUAGES && path !== '' && (isChosen || path.includes(PART))) {
        if (!path.includes(PART))
          console.log('ALL', JSON.stringify(path), JSON.stringify(tree).slice(0, 300));
        countAll(path);
      }
    }
  };
  const visit = (tree: Tree, parent: Tree | null): void => {
    if (tree.type === 'TSTypeAliasDeclaration')
      know(shared.types, nameOf(tree['id']), ofType(tree['typeAnnotation']));
    if (tree.type === 'TSPropertySignature') visitMember(tree);
    if (
      tree.type === 'ImportSpecifier' &&
      /^\.\/[\w-]+\.ts$/.test(nameOf(parent?.['source'])) &&
      nameOf(tree['imported']) in texts
    )
      know(names, nameOf(tree['local']), new Set([nameOf(tree['imported'])]));
    if (tree.type === 'VariableDeclarator') {
      const typed = ofType(isTree(tree['id']) ? tree['id']['typeAnnotation'] : null);
      bind(tree['id'], typed.size > 0 ? typed : pathsOf(tree['init']));
    }
    if (/Function/.test(tree.type) && Array.isArray(tree['params'])) visitFunction(tree, parent);
    if (tree.type === 'MemberExpression' || tree.type === 'Identifier') visitUse(tree, parent);
    for (const child of children(tree)) visit(child, tree);
  };
  return () => {
    learned = false;
    visit(program, null);
    return learned;
  };
}
