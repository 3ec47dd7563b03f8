import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { jpeg, onItsSide, withPlace } from '../pictures.ts';
import { arrives, next, pick, send, town, type } from './steps.ts';

const MEGABYTE = 2 ** 20;

test('whoever is not signed in reports a leak with photos, and finds it again', async ({ page }) => {
  await page.goto('/services/LEAK');
  await arrives(page, '漏水报修');
  await axe(page);
  await page.getByRole('link', { name: '开始办理' }).click();

  await arrives(page, '哪里漏、多严重');
  await pick(page, '一直在流');
  await pick(page, '水表前、路上');
  await axe(page);
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路100号公交站旁');
  await axe(page);

  await next(page, '现场照片');
  const upright = onItsSide(await jpeg(page, 'upright.jpg', 800, 600));
  const placed = withPlace(await jpeg(page, 'placed.jpg', 800, 600));
  const large = await jpeg(page, 'large.jpg', 2200, 1700, true);
  expect(large.buffer.length).toBeGreaterThan(8 * MEGABYTE);
  expect(large.buffer.length).toBeLessThan(12 * MEGABYTE);
  await page.getByLabel('拍照或选照片').setInputFiles([upright, placed, large]);
  const thumbnails = page.getByRole('img', { name: '现场照片:照片' });
  await expect(thumbnails).toHaveCount(3, { timeout: 30_000 });
  await axe(page);

  await next(page, '联系方式');
  await type(page, '手机号', freshPhone());
  await axe(page);
  await next(page, '核对');
  await expect(page.getByText('鸿福路100号公交站旁')).toBeVisible();
  await expect(thumbnails).toHaveCount(3);
  await axe(page);
  const number = await send(page);
  await axe(page);

  await page.getByRole('link', { name: '回首页' }).click();
  await page.getByRole('link', { name: '办件', exact: true }).click();
  await arrives(page, '我的办件');
  await axe(page);
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await arrives(page, '漏水报修');
  await axe(page);

  const filed = page.getByRole('img', { name: /^现场照片 第\d张,共3张$/ });
  await expect(filed).toHaveCount(3);
  for (const photo of await filed.all()) {
    await photo.scrollIntoViewIfNeeded();
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
  const turned = await filed.first().evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth);
  expect(turned, 'a photo taken upright stands upright').toBe(true);
  for (const photo of await filed.all()) {
    const large = (await photo.getAttribute('src'))?.replace('/thumbnail', '') ?? '';
    const stored = await (await page.request.get(large)).body();
    expect(stored.includes('Exif'), 'where and with what it was taken stays with whoever took it').toBe(false);
  }
});

test('danger stops the report with the number to call, and then lets one go on', async ({ page }) => {
  await page.goto('/file/LEAK/what');
  await pick(page, '喷水、冒水');

  const stop = page.getByRole('dialog', { name: '请马上拨打96968' });
  await expect(stop).toBeVisible();
  await expect(stop.getByRole('link', { name: '拨打96968' })).toHaveAttribute('href', 'tel:96968');
  await axe(page);
  await stop.getByRole('button', { name: '继续填报修' }).click();
  await expect(stop).toBeHidden();
  await expect(page.getByRole('link', { name: '请马上拨打96968' })).toBeVisible();
  await axe(page);

  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, '东城');
  await type(page, '地址', '东正路口');
  await next(page, '现场照片');
  await next(page, '联系方式');
  await type(page, '手机号', freshPhone());
  await next(page, '核对');
  await expect(page.getByRole('link', { name: '请马上拨打96968' })).toBeVisible();
  const number = await send(page);
  await page.getByRole('link', { name: '看进度' }).click();
  await arrives(page, '漏水报修');
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByText('紧急')).toBeVisible();
});
