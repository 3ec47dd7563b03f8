import { axe, expect, test } from '../fixtures.ts';

test('the books are reached by keys, and say what was paid each day', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '对账', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { level: 1, name: '对账' })).toBeVisible();
  const days = page.getByRole('region', { name: '每日对账' }).getByRole('row');
  await expect(days.nth(1)).toBeVisible();
  await axe(page);
});

test('a difference is seen to, with a word on what was done', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk2');
  await clerk.sitsAt(context);
  await page.goto('/desk/books');
  const stray = page.getByRole('region', { name: '差异' }).getByRole('listitem').filter({ hasText: '对方有,我们没有' });
  await expect(stray).toContainText('我们:没有 对方:30.00元');
  const done = stray.getByRole('textbox', { name: '怎么处理的' });
  await stray.getByRole('button', { name: '标为已处理' }).click();
  await expect(done).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await done.fill('已联系支付方,原路退回');
  await stray.getByRole('button', { name: '标为已处理' }).click();
  await expect(stray).toContainText('已联系支付方,原路退回');
  await expect(done).toHaveCount(0);
  await axe(page);
});

test('crews keep no books', async ({ page, context, city }) => {
  const crew = await city.staff('crew');
  await crew.sitsAt(context);
  await page.goto('/desk/books');
  await expect(page.getByText('对账由窗口、主管和管理员处理')).toBeVisible();
  await expect(page.getByRole('link', { name: '对账', exact: true })).toHaveCount(0);
});
