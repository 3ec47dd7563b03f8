import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup } from '../filings.ts';
import { jpeg } from '../pictures.ts';
import { arrives, type } from './steps.ts';

test('what was sent back is completed with what was asked, and nothing else', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk] = await Promise.all([city.resident(phone), city.staff('clerk')]);
  const number = await resident.file(hookup(phone));
  await clerk.act(number, { verb: 'take' });
  const before = await clerk.act(number, {
    verb: 'send_back',
    asks: [
      { item: { material: 'property' }, reason: '照片看不清' },
      { item: { field: 'address' }, reason: '与材料不一致' },
    ],
  });
  await resident.sitsAt(context);

  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await arrives(page, '用水报装');
  await expect(page.getByText(/^有2项要您补正,请在.*前补好,我们接着办$/)).toBeVisible();
  await expect(page.getByText('照片看不清').first()).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '补材料' }).click();

  await arrives(page, '补材料');
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await expect(page.getByLabel('拍照或选照片')).toHaveCount(1);
  const address = page.getByRole('textbox', { name: '地址' });
  await expect(address).toHaveValue('体育路8号3栋501');
  await axe(page);
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByLabel('拍照或选照片')).toHaveAccessibleDescription(/请至少拍1张照片/);
  await axe(page);

  await type(page, '地址', '体育路8号3栋601');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'paper.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '房屋证明:照片' })).toBeVisible();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('已补好,我们接着办')).toBeVisible();
  await arrives(page, '用水报装');
  await expect(page.getByText(/^正在受理,.*前办结$/)).toBeVisible();
  await axe(page);

  const after = await clerk.case(number);
  expect(after.status).toBe('taken');
  expect(after.answers).toEqual({ ...before.answers, address: '体育路8号3栋601' });
  const photos = (key: string, of: typeof after) => of.materials.find((material) => material.key === key)?.photos;
  expect(photos('id_card', after)).toEqual(photos('id_card', before));
  expect(photos('property', after)).not.toEqual(photos('property', before));
});
