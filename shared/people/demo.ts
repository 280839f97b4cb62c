/** Password of every account of the demo centre, whose data are made up; shown on its sign-in page and in the README. */
export const DEMO_PASSWORD = 'demo-2026';
