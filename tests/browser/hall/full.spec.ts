import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { jpeg } from '../pictures.ts';
import { arrives, next, pick, send, town, type } from './steps.ts';

const SAID = '手机存储满了。您填的都在这一页上,先别关:先提交,再拍照';

test('a phone without room says so, keeps all on the page, and files', async ({ page, city }) => {
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('there is no room', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  });
  const phone = freshPhone();
  await page.goto('/file/LEAK/what');
  await pick(page, '滴水、渗水');
  await expect(page.getByRole('alert').getByText(SAID)).toBeVisible();
  await axe(page);
  await pick(page, '水表后、家里');
  await type(page, /补充说明/, '已经漏了两天');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路2号');
  await next(page, '现场照片');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  await next(page, '联系方式');
  await type(page, '手机号', phone);
  // Back and forth, nothing is gone.
  for (const title of ['现场照片', '在哪里', '哪里漏、多严重']) {
    await page.getByRole('link', { name: '返回' }).click();
    await arrives(page, title);
  }
  await expect(page.getByRole('textbox', { name: /补充说明/ })).toHaveValue('已经漏了两天');
  for (const title of ['在哪里', '现场照片', '联系方式', '核对']) await next(page, title);
  const number = await send(page);
  const { answers, materials } = await (await city.staff('clerk')).case(number);
  expect(answers['words']).toBe('已经漏了两天');
  expect(materials.map(({ photos }) => photos.length)).toEqual([1]);
});

test('without room and without a network a filing waits as long as the page is open', async ({ page, context, baseURL }) => {
  await page.goto('/file/LEAK/what');
  const session = await context.newCDPSession(page);
  // What is there takes all that is allowed.
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 1 });
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('there is no room', 'QuotaExceededError');
    };
  });
  await pick(page, '一直在流');
  await expect(page.getByRole('alert').getByText(SAID)).toBeVisible();
  await pick(page, '水表前、路上');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路4号');
  await next(page, '现场照片');
  await next(page, '联系方式');
  await type(page, '手机号', freshPhone());
  await next(page, '核对');
  await context.setOffline(true);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();
  await context.setOffline(false);
  await arrives(page, '已经收到');
  const lines = (await (await page.request.get('/api/v1/cases')).json()) as unknown[];
  expect(lines).toHaveLength(1);
});
