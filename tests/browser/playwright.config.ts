import { defineConfig } from '@playwright/test';

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A camera that every machine has, and that may be used.
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ],
};

export default defineConfig({
  outputDir: 'results',
  forbidOnly: !!process.env.CI,
  // A test that passes at the second try has found something.
  retries: 0,
  // When this many fail they have a cause in common, which is read sooner in a short list.
  maxFailures: 5,
  workers: 2,
  fullyParallel: true,
  // Enough for a busy machine: what fails here fails for good.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A page is what the server says; the tests of the service worker let it in, and see that it makes no difference.
    serviceWorkers: 'block',
    // Tracing every test for the few that fail costs a twelfth of the time; `--trace on` traces those that one looks into.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testDir: 'hall',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true },
    },
    {
      name: 'crew',
      testDir: 'crew',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true },
    },
    {
      name: 'desk',
      testDir: 'desk',
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
});
