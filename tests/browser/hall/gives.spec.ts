import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { jpeg } from '../pictures.ts';
import { fits, reads } from '../reading.ts';
import { next, pick, send, type } from './steps.ts';

/** The way to where a leak is. */
async function toPlace(page: Parameters<typeof pick>[0]): Promise<void> {
  await page.goto('/file/LEAK/what');
  await pick(page, '一直在流');
  await pick(page, '水表前、路上');
  await next(page, '在哪里');
}

test('a town is found by pinyin, by its community, and by the keys alone', async ({ page }) => {
  await toPlace(page);
  const town = page.getByRole('combobox', { name: '镇街' });
  const address = page.getByRole('textbox', { name: '地址' });
  await town.click();
  await expect(page.getByRole('option')).toHaveCount(33);
  await axe(page);
  await fits(page);

  await town.fill('zmt');
  await expect(page.getByRole('option').first()).toHaveText('樟木头');
  await town.press('Enter');
  await expect(town).toHaveValue('樟木头');
  await expect(address).toHaveValue('');

  await town.fill('xiping');
  await page.getByRole('option', { name: '西平社区 · 南城' }).click();
  await expect(town).toHaveValue('南城');
  await expect(address).toHaveValue('西平社区');

  await town.fill('东');
  const before = await town.getAttribute('aria-activedescendant');
  await town.press('ArrowDown');
  expect(await town.getAttribute('aria-activedescendant')).not.toBe(before);
  await town.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();

  await town.fill('番禺');
  await expect(page.getByText('没有找到这个镇街或社区')).toBeVisible();
  await town.blur();
  await expect(town).toHaveAccessibleDescription(/请从列表里选一个镇街/);
  await expect(town).toHaveValue('番禺');
  await axe(page);
});

test('a whole address that is pasted fills the town too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await toPlace(page);
  const address = page.getByRole('textbox', { name: '地址' });
  await address.focus();
  await page.evaluate(() => navigator.clipboard.writeText('张三 13800001234 广东省东莞市南城街道鸿福路100号'));
  await page.keyboard.press('Control+V');
  await expect(address).toHaveValue('鸿福路100号');
  await expect(page.getByRole('combobox', { name: '镇街' })).toHaveValue('南城');
  await expect(page.getByText('已经帮您选好镇街:南城')).toBeVisible();
  await next(page, '现场照片');
});

test('an identity number is counted and checked while it is typed, and masked once it is left', async ({
  page,
  city,
  context,
}) => {
  await (await city.resident(freshPhone())).sitsAt(context);
  await page.goto('/file/NEW/who');
  await pick(page, '个人');
  const id = page.getByRole('textbox', { name: '身份证号' });
  await id.pressSequentially('11010519491231');
  await expect(page.getByText('14/18 位')).toBeVisible();
  await id.pressSequentially('0021');
  // The last place is typed, and nobody has left the field.
  await expect(id).toHaveAccessibleDescription(/身份证号有一位不对/);
  await axe(page);
  await id.fill('11010519491231002X');
  await id.blur();
  await expect(id).toHaveValue('110***********002X');
  await id.focus();
  await expect(id).toHaveValue('11010519491231002X');
});

test('the camera opens for photos, and the keyboards fit', async ({ page }) => {
  await toPlace(page);
  await type(page, '地址', '鸿福路100号');
  await page.getByRole('combobox', { name: '镇街' }).fill('南城');
  await page.getByRole('combobox', { name: '镇街' }).blur();
  await next(page, '现场照片');
  const camera = page.getByLabel('打开相机');
  await expect(camera).toHaveAttribute('capture', 'environment');
  await camera.setInputFiles(await jpeg(page, 'now.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toHaveCount(1);
  await axe(page);
  await fits(page);
  await next(page, '联系方式');
  const phone = page.getByRole('textbox', { name: '手机号' });
  await expect(phone).toHaveAttribute('inputmode', 'tel');
  await phone.fill(freshPhone());
  await next(page, '核对');
  await send(page);
});

test('a town is picked in English and in large letters', async ({ page }) => {
  await reads(page, { lang: 'en', elder: true });
  await page.goto('/file/LEAK/what');
  await page.getByRole('radio', { name: 'Running steadily' }).check();
  await page.getByRole('radio', { name: /Before the meter/ }).check();
  await page.getByRole('button', { name: /^Next/ }).click();
  const town = page.getByRole('combobox', { name: /^Town/ });
  await town.fill('songshan');
  await axe(page);
  await fits(page);
  await page.getByRole('option', { name: 'Songshan Lake' }).click();
  await expect(town).toHaveValue('Songshan Lake');
  await town.fill('huang');
  await expect(page.getByRole('option', { name: 'Huangcun Community · Nancheng' })).toBeVisible();
});
