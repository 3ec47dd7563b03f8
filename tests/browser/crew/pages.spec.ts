import { expect, test } from '../fixtures.ts';
import { chinese, fits } from '../reading.ts';
import { POINT, burst, button, clear, large, opens } from './steps.ts';

test('a crew signs in, and sees the orders of its unit', async ({ page, city }) => {
  const number = await burst(city);
  await page.goto('/crew');
  await expect(page).toHaveURL(/\/crew\/sign-in\?next=%2Fcrew$/);
  await clear(page);
  await page.getByLabel('用户名').fill('crew');
  await page.getByLabel('密码').fill('shuiting-demo');
  await button(page, '登录').click();
  await expect(page.getByRole('heading', { level: 1, name: '工单' })).toBeVisible();
  await expect(page.getByText('罗师傅 · ')).toBeVisible();
  const row = page.getByRole('link', { name: new RegExp(number) });
  await expect(row).toContainText('爆管');
  await expect(row).toContainText('南城 鸿福路100号');
  await clear(page);
  await large(page);
  await fits(page);
  await button(page, '退出').click();
  await expect(page).toHaveURL(/\/crew\/sign-in/);
});

test('whoever is no crew is led to the desk', async ({ page, context, city }) => {
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto('/crew');
  await expect(page.getByRole('link', { name: '去工作台' })).toBeVisible();
  await clear(page);
});

for (const [lang, size] of [['zh', { width: 390, height: 844 }], ['en', { width: 360, height: 640 }]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`an order can be read in ${lang}, in ${colorScheme}, at ${size.width}`, async ({ page, context, city }) => {
      await (await city.staff('crew')).sitsAt(context);
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const number = await burst(city, '莞太路88号');
      await opens(page, number);
      if (lang === 'en') {
        await button(page, 'English').click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Burst main ${number}`);
      }
      const geo = `geo:${POINT.latitude},${POINT.longitude}`;
      const way = page.getByRole('link', { name: lang === 'en' ? 'Navigate' : '导航' });
      expect(await way.getAttribute('href')).toContain(geo);
      await clear(page);
      await large(page);
      await fits(page);
      if (lang === 'en') expect((await chinese(page)).filter((words) => words.trim() !== '中文')).toEqual([]);
      for (const name of lang === 'en' ? ['Wait for the resident', 'Pass on', 'Return to dispatch', 'Note'] : ['等用户', '改派', '退回调度', '备注']) {
        await button(page, name).click();
        await expect(button(page, name)).toHaveAttribute('aria-expanded', 'true');
        await clear(page);
        await fits(page);
      }
      await large(page);
    });
  }
}

test('calling shows the number, and that it was shown stands in the record', async ({ page, context, city }) => {
  await (await city.staff('crew')).sitsAt(context);
  await opens(page, await burst(city));
  await expect(page.getByText(/138\*\*\*\*\d{4}/)).toBeVisible();
  const shown = page.waitForResponse((answer) => answer.url().endsWith('/reveal'));
  await button(page, '拨打').click();
  expect((await shown).status()).toBe(200);
  await expect(page.getByRole('link', { name: /^拨打 138\d{8}$/ })).toHaveAttribute('href', /^tel:138\d{8}$/);
});

test('passing on needs a unit, and says so before it waits', async ({ page, context, city }) => {
  await (await city.staff('crew')).sitsAt(context);
  const number = await burst(city);
  await opens(page, number);
  await button(page, '改派').click();
  await button(page, '确认改派').click();
  await expect(page.getByText('请从列表里选一个部门')).toBeVisible();
  await page.getByLabel('派给').selectOption('network');
  await button(page, '要挖路面').click();
  await button(page, '确认改派').click();
  await expect(page.getByText('这张工单不在您单位了')).toBeVisible();
});
