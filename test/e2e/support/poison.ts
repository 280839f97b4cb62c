import { plant } from '../../support/planted-texts.ts';
import type { App } from './app.ts';

/** Texts that would run, if a page ever took them for more than text. Each calls `struck` when it does. */
export const poisons: readonly string[] = [
  `<script>struck(1)</script>`,
  `<img src=x onerror=struck(2)>`,
  `<svg onload=struck(3)>`,
  `"><img src=x onerror=struck(4)>`,
  `' onmouseover='struck(5)' x='`,
  `<iframe srcdoc="<script>parent.struck(6)</script>">`,
  `javascript:struck(7)`,
  `<details open ontoggle=struck(8)>`,
  `<style>@import 'http://evil.example/9'</style>`,
  `</textarea><script>struck(10)</script>`,
  `<a href="javascript:struck(11)" autofocus onfocus=struck(11)>x</a>`,
  `\${struck(12)}{{struck(12)}}`,
  `<math><mi xlink:href="data:x,<script>struck(13)</script>">`,
  `<base href="http://evil.example/14/">`,
  `<meta http-equiv=refresh content="0;url=http://evil.example/15">`,
  `<link rel=stylesheet href=http://evil.example/16>`,
];

/** Writes a poison into every free text of the database; gives back the places. */
export function poison(app: App): string[] {
  const raw = app.house.open?.store.raw;
  if (!raw) throw new Error('the house is closed');
  return plant(raw, poisons);
}
