import { DEFAULT_THEME } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { resolveVariables } from '../../renderer/theme.ts';

const { variables, light } = resolveVariables(DEFAULT_THEME);

function colour(name: string): string {
  const value = variables[`--nt-${name}`] ?? light[`--mantine-color-${name}`];
  if (!value) throw new Error(`the theme has no colour called ${name}`);
  return value;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(text: string, ground: string): number {
  const [a, b] = [luminance(colour(text)), luminance(colour(ground))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['paper', 'surface', 'head-ground', 'hover-ground', 'weekend-ground'];
const pairs = [
  ...['ink', 'quiet-ink', 'pine', 'brick', 'slate', 'dimmed', 'placeholder', 'error'].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ...['paper', 'surface', 'persimmon-tint'].map((ground) => ['persimmon', ground] as const),
  ...['pine-tint', 'persimmon-tint', 'brick-tint', 'slate-tint'].map((ground) => ['ink', ground] as const),
  ['pine-dark', 'pine-tint'] as const,
  ['brick', 'brick-tint'] as const,
  ['slate', 'slate-tint'] as const,
  ['surface', 'pine'] as const,
  ['disabled-color', 'disabled'] as const,
  ...[1, 2, 3, 4, 5, 6].map((shift) => [`shift-${shift}-ink`, `shift-${shift}`] as const),
  ...['pine', 'persimmon', 'brick', 'slate', 'stone'].map(
    (name) => [`${name}-light-color`, `${name}-light`] as const,
  ),
];

describe('the look', () => {
  it.each(pairs)('can be read by everybody: %s on %s has at least 4.5:1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
