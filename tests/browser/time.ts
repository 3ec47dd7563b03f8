import type { Page } from '@playwright/test';

/** The time, on the phone and at the server: what the server says of it is what a page believes. */
export class Time {
  private constructor(
    private readonly page: Page,
    private server: number,
  ) {}

  /** Stops both clocks at this moment. */
  static async on(page: Page, now: number): Promise<Time> {
    const time = new Time(page, now);
    await page.clock.setFixedTime(now);
    await page.route('**/api/v1/**', async (route) => {
      // The line on which changes come never ends.
      if (route.request().resourceType() === 'eventsource') return route.continue();
      const answer = await route.fetch();
      const headers = { ...answer.headers(), date: new Date(time.server).toUTCString() };
      return route.fulfill({ response: answer, headers });
    });
    return time;
  }

  /** It is this moment now. */
  async is(now: number): Promise<void> {
    this.server = now;
    await this.page.clock.setFixedTime(now);
  }
}
