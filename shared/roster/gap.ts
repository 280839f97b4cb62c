/** How far a roster is from the best possible, at most. `percent` is rounded up to a tenth: never said too well. */
export type Gap =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'percent'; readonly percent: number }
  /** Where the bound is so low that a part of it says nothing. */
  | { readonly kind: 'points'; readonly points: number };

/** `bound`: no roster costs less; null: nothing is proven. Costs are never negative. */
export function gapOf(cost: number, bound: number | null): Gap {
  if (bound === null) return { kind: 'unknown' };
  const least = Math.max(0, bound);
  const more = cost - least;
  if (more <= 1e-4 * Math.max(1, cost)) return { kind: 'none' };
  if (more > least) return { kind: 'points', points: Math.ceil(more - 1e-6) };
  return { kind: 'percent', percent: Math.ceil((1000 * more) / least - 1e-6) / 10 };
}
