import { type Locator, type Page, expect } from '@playwright/test';
import { axe } from './fixtures.ts';

/** How often one goes on before a tour is taken for endless. */
const MOST = 60;

/** What is said at the stop where one is. */
export function said(page: Page): Locator {
  return page.locator('#practice-said');
}

/** The control that is pointed at, as a screen reader knows it: by what describes it. */
export function pointed(page: Page): Locator {
  return page.locator('[aria-describedby~="practice-said"]');
}

/** The guide's own buttons, as they are called. */
export interface Words {
  fill: string;
  over: RegExp;
}

export const CHINESE: Words = { fill: '替我填', over: /走完了/ };
export const ENGLISH: Words = { fill: 'Fill it in', over: /That is all/ };

/** Follows a tour from where it is to its end: lets it fill in what it asks for, and presses what it points at. */
export async function follows(page: Page, words: Words, each: (page: Page) => Promise<void> = axe): Promise<void> {
  for (let stop = 0; stop < MOST; stop += 1) {
    const fill = page.getByRole('button', { name: words.fill, exact: true });
    await expect(pointed(page).or(page.getByText(words.over)).first()).toBeVisible({ timeout: 40_000 });
    if (await page.getByText(words.over).isVisible()) return;
    const before = await said(page).innerText();
    await each(page);
    await ((await fill.isVisible()) ? fill : pointed(page)).click({ timeout: 10_000 });
    // A code takes two: one to ask for it, one to fill it in.
    if (/验证码|Get a code/.test(before)) {
      await expect(page.getByText(/(?<!\d)\d{6}(?!\d)/).first()).toBeVisible();
      await fill.click({ timeout: 10_000 });
    }
    await expect(said(page)).not.toHaveText(before);
  }
  throw new Error('the tour does not come to its end');
}
