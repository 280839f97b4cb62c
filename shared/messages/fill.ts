/** Puts facts into a text with `{{name}}` places, as i18next does on the screen: for command lines and printed reports. */
export function fill(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(facts[name] ?? place));
}
