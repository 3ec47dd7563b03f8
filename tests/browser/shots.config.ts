import config from './playwright.config.ts';

/** Pictures of every page, to be looked at: `npm run shots` puts them into results/shots. */
export default {
  ...config,
  outputDir: 'results/shots',
  // One test walks through all pages.
  timeout: 600_000,
  projects: [{ name: 'shots', testDir: 'shots' }],
};
