/** Wrong tries after which a PIN is closed until its owner uses the password. */
export const PIN_TRIES = 5;
export const PIN_PATTERN = /^\d{4,6}$/;

/** Whether a PIN is among those that anybody tries first: one digit throughout, or digits that count up or down. */
export function pinIsSimple(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, index) => Number(digit) - Number(pin[index])));
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step));
}
