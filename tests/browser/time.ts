import type { Page } from '@playwright/test';

/** The time, on a phone and at the server: pages believe what the server says of it, and their phone may say otherwise. */
export class Time {
  private constructor(
    private readonly page: Page,
    private server: number,
  ) {}

  /** Stops the server's clock at this moment, and the phone's, which may be wrong by so much. */
  static async on(page: Page, now: number, wrong = 0): Promise<Time> {
    const time = new Time(page, now);
    await time.is(now, wrong);
    await page.route('**/api/v1/**', async (route) => {
      // The line on which changes come never ends.
      if (route.request().resourceType() === 'eventsource') return route.continue();
      const answer = await route.fetch().catch(() => undefined);
      if (!answer) return route.abort();
      const headers = { ...answer.headers(), date: new Date(time.server).toUTCString() };
      return route.fulfill({ response: answer, headers });
    });
    return time;
  }

  /** It is this moment now, and the phone's clock is wrong by so much. */
  async is(now: number, wrong = 0): Promise<void> {
    this.server = now;
    await this.page.clock.setFixedTime(now + wrong);
  }
}
