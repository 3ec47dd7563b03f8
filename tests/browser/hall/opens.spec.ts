import { axe, expect, test } from '../fixtures.ts';

test('the hall opens with its name and the hotline', async ({ page }) => {
  await page.goto('/');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /96968/ })).toHaveAttribute('href', 'tel:96968');
  await axe(page);
});
