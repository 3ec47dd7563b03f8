import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';

/** A phone of the demo city to which nothing comes. */
const UNREACHABLE = '13800000000';

test('letters that did not arrive are reached by keys, sent again and dropped', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  const numbers = [await clerk.fileFor(leak(UNREACHABLE)), await clerk.fileFor(leak(UNREACHABLE))];
  const supervisor = await city.staff('supervisor');
  await supervisor.sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '未送达', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { level: 1, name: '未送达' })).toBeVisible();
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  await expect(async () => {
    await page.reload();
    for (const number of numbers) await expect(row(number)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const [kept, dropped] = numbers.map(row);
  if (!kept || !dropped) throw new Error('two were filed');
  await expect(kept).toContainText('138****0000');
  await expect(kept).toContainText('号码收不到短信');
  await axe(page);

  await dropped.getByRole('button', { name: '不发了' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1条不再发送' })).toBeVisible();
  await expect(dropped).toHaveCount(0);
  await kept.getByRole('button', { name: '再发' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1条正在重新发送' })).toBeVisible();
  await axe(page);
});

test('clerks are not answerable for letters', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk2');
  await clerk.sitsAt(context);
  await page.goto('/desk/letters');
  await expect(page.getByText('未送达的消息由主管和管理员处理')).toBeVisible();
  await expect(page.getByRole('link', { name: '未送达', exact: true })).toHaveCount(0);
});
