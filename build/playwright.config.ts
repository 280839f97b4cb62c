import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumEnvironment, findChromium } from './chromium.ts';

export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../out/e2e',
  // A house, a seat and a browser each: nothing is shared between spec files.
  workers: 2,
  // A browser on a busy machine is now and then too slow for a key that follows at once. Such a test is named at the end as one that
  // passed the second time only, to be mended; one that fails twice fails.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../out/e2e-report.json' }]],
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findChromium() ?? 'chromium',
      args: chromiumArguments,
      env: chromiumEnvironment,
    },
  },
});
