import { type Locator, type Page, expect } from '@playwright/test';

/** What can be done with the case now. */
export function acts(page: Page, name = '现在可以'): Locator {
  return page.getByRole('group', { name });
}

/** Opens a case, from the list that the search finds it in. */
export async function open(page: Page, number: string): Promise<void> {
  await page.goto(`/desk/cases?text=${number}`);
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await expect(acts(page)).toBeVisible();
}

/** The dialog of an act. */
export async function begin(page: Page, act: string): Promise<Locator> {
  await acts(page).getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: act });
  await expect(dialog).toBeVisible();
  return dialog;
}
