/** What the browser asks before a text becomes a page or a program. */
type TextRules = {
  createHTML(text: string): string | null;
  createScript(text: string): string | null;
  createScriptURL(address: string): string | null;
};
declare global {
  /** Zod's own settings, which it takes up when it is loaded. */
  var __zod_globalConfig: { jitless: boolean } | undefined;
  /** Chromium's; a browser without it has the rest of the policy alone. */
  var trustedTypes: { createPolicy(name: 'default', rules: TextRules): unknown } | undefined;
}

/**
 * Sets the one rule for all text that is about to become part of the page by itself (the content security policy demands it, and
 * allows no other): text without a tag, such as the style elements that Mantine fills, is let through; nothing becomes a script.
 * Must run before anything is drawn.
 */
export function trustPlainTextOnly(): void {
  globalThis.trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScript: () => null,
    createScriptURL: () => null,
  });
}

/** Zod compiles its checks to functions where that is allowed. Here it is not, and trying would be reported as an attack. */
export function compileNothing(): void {
  globalThis.__zod_globalConfig = { jitless: true };
}
