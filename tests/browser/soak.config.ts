import config from './playwright.config.ts';
import { MINUTES } from './soak/day.ts';

/** A long day at the desk in a few minutes: `make soak`. It is apart from the other tests for the time that it takes. */
export default {
  ...config,
  outputDir: 'results/soak',
  timeout: (MINUTES + 5) * 60_000,
  workers: 1,
  // What is recorded of a page would count as what the page holds.
  use: { ...config.use, trace: 'off' as const, viewport: { width: 1440, height: 900 } },
  projects: [{ name: 'soak', testDir: 'soak' }],
};
