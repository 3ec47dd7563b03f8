import { pixels, readCode } from '../codes.ts';
import { axe, expect, test } from '../fixtures.ts';

test('the codes are reached by keys, and one that is scanned opens its page', async ({ page, context, city, server }) => {
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '二维码', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { level: 1, name: '二维码' })).toBeVisible();
  await expect(page.getByRole('img', { name: '过户的二维码' })).toBeVisible();
  const leak = page.getByRole('listitem').filter({ has: page.getByText('漏水报修', { exact: true }) });
  await expect(leak.getByRole('link', { name: '小程序码' })).toBeVisible();
  await axe(page);

  const href = await leak.getByRole('link', { name: '二维码图片' }).getAttribute('href');
  const picture = await context.request.get(href ?? '');
  const { data, width, height } = await pixels(page, await picture.body());
  const scanned = readCode(data, width, height)?.data;
  expect(scanned).toBe(`${server.url}/go/s=LEAK`);
  await page.goto(scanned ?? '');
  await expect(page).toHaveURL(/\/services\/LEAK$/);
});

test('a notice that is scanned is opened', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto('/desk/signposts');
  const notice = page.getByRole('region', { name: '停水公告' }).getByRole('listitem').first();
  const href = await notice.getByRole('link', { name: '二维码图片' }).getAttribute('href');
  const { data, width, height } = await pixels(page, await (await context.request.get(href ?? '')).body());
  await page.goto(readCode(data, width, height)?.data ?? '');
  await expect(page).toHaveURL(/\/outages\/[0-9a-f-]+$/);
  await expect(page.getByRole('heading', { level: 2, name: /停水/ })).toBeVisible();
  await axe(page);
});
