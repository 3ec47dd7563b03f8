import { axe, expect, test } from '../fixtures.ts';

test('the books are reached by keys, and say when there are none yet', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '对账', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { level: 1, name: '对账' })).toBeVisible();
  await expect(page.getByText('两边账一致,没有差异')).toBeVisible();
  await axe(page);
});

test('crews keep no books', async ({ page, context, city }) => {
  const crew = await city.staff('crew');
  await crew.sitsAt(context);
  await page.goto('/desk/books');
  await expect(page.getByText('对账由窗口、主管和管理员处理')).toBeVisible();
  await expect(page.getByRole('link', { name: '对账', exact: true })).toHaveCount(0);
});
