/**
 * Body mass index in tenths of kg/m², from tenths of a kilogram and tenths of a centimetre, rounded half up; null unless both
 * are known.
 */
export function bodyMassIndex(weight: number | null, height: number | null): number | null {
  if (weight === null || height === null || height <= 0) return null;
  // weight/10 kg ÷ (height/1000 m)² × 10
  return Math.round((weight * 1_000_000) / (height * height));
}
