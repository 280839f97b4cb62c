/** The program and its version as a manifest tells them (test/package/data-minimisation.test.ts compares with package.json). */
export const PROGRAM = 'nuantuo 0.1.0';
