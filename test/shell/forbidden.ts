import { parseSync, Visitor } from 'vite';

/** Something in a program text that may not be there, or only where a test says so. */
export type Found = { readonly what: string };

/** Properties that turn text into a page or a program, or lead out of the window. */
const members = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'srcdoc',
  'createContextualFragment',
  'setHTMLUnsafe',
  'openExternal',
  'openPath',
  'executeJavaScript',
  'insertCSS',
  'sendBeacon',
  'serviceWorker',
  'setIgnoreCertificateErrors',
  'setCertificateVerifyProc',
  'registerPreloadScript',
  'importScripts',
]);
const called = new Set(['eval', 'Function', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'SharedWorker']);
const timers = new Set(['setTimeout', 'setInterval']);
const written = new Set(['write', 'writeln', 'domain']);
const address = /\b(?:https?|wss?|ftp):\/\/[\w.-]*/g;

type Named = { readonly type: string; readonly name?: unknown; readonly value?: unknown };
const nameOf = (node: Named): string => String(node.name ?? node.value ?? '');

/**
 * Walks the syntax tree of a program text, source or bundle, and lists what may not be there: text that is run, text that becomes a
 * page, ways out of the window, addresses of the internet. What is only spoken of in comments is not found.
 */
export function forbiddenIn(file: string, code: string): Found[] {
  const { program, errors } = parseSync(file, code);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const found: Found[] = [];
  const say = (what: string) => void found.push({ what });
  const addresses = (text: string) => {
    for (const [link] of text.matchAll(address)) say(link);
  };
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      const name = callee.type === 'Identifier' ? callee.name : '';
      if (called.has(name)) say(`${name}()`);
      if (timers.has(name) && first?.type === 'Literal' && typeof first.value === 'string')
        say(`${name}('')`);
    },
    NewExpression({ callee }) {
      if (callee.type === 'Identifier' && called.has(callee.name)) say(`new ${callee.name}()`);
    },
    MemberExpression({ object, property }) {
      const name = nameOf(property as Named);
      const isDocument = object.type === 'Identifier' && object.name === 'document';
      if (members.has(name) || (isDocument && written.has(name))) say(`.${name}`);
    },
    JSXAttribute({ name }) {
      const attribute = nameOf(name as Named);
      if (['dangerouslySetInnerHTML', 'srcDoc'].includes(attribute)) say(attribute);
    },
    JSXOpeningElement({ name }) {
      const element = nameOf(name as Named);
      if (['iframe', 'webview', 'object', 'embed', 'script', 'base'].includes(element)) say(`<${element}>`);
    },
    Property({ key }) {
      if (nameOf(key as Named) === 'dangerouslySetInnerHTML') say('dangerouslySetInnerHTML');
    },
    Literal({ value }) {
      if (typeof value === 'string') addresses(value);
    },
    TemplateElement({ value }) {
      addresses(value.raw);
    },
  }).visit(program);
  return found;
}

/** What a text imports from a module, by name; `*` for the whole of it. */
export function importedFrom(file: string, code: string, module: string): string[] {
  const names: string[] = [];
  new Visitor({
    ImportDeclaration({ source, specifiers, importKind }) {
      if (source.value !== module || importKind === 'type') return;
      for (const each of specifiers)
        if (each.type !== 'ImportSpecifier') names.push('*');
        else if (each.importKind !== 'type') names.push(nameOf(each.imported as Named));
    },
  }).visit(parseSync(file, code).program);
  return names;
}
