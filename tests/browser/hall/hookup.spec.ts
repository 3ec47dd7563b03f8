import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { ID_NUMBERS } from '../filings.ts';
import { jpeg } from '../pictures.ts';
import { arrives, next, pick, send, town, type } from './steps.ts';

test('a person asks for a new connection, step by step to the check', async ({ page, context, city }) => {
  const phone = freshPhone();
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/services/NEW');
  await axe(page);
  await page.getByRole('link', { name: '开始办理' }).click();

  await arrives(page, '谁来用水');
  await pick(page, '个人');
  await expect(page.getByRole('textbox', { name: '单位名称' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: '手机号' })).toHaveValue(phone);
  await type(page, '户主姓名', '李秀英');
  await type(page, '身份证号', ID_NUMBERS[0]);
  await axe(page);
  await next(page, '用在哪里');
  await town(page, '南城');
  await type(page, '地址', '体育路8号3栋501');
  await pick(page, '不动产权证或房产证');
  await axe(page);
  await next(page, '用水需要');
  await pick(page, '居民生活');
  await pick(page, 'DN15(一般家庭)');
  await type(page, '用水户数', '1');
  await axe(page);
  await next(page, '拍材料');
  await expect(page.getByRole('region', { name: '营业执照' })).toHaveCount(0);
  const photo = await jpeg(page, 'paper.jpg', 640, 480);
  for (const material of ['身份证', '房屋证明']) {
    await page.getByRole('region', { name: material }).getByLabel('拍照或选照片').setInputFiles(photo);
    await expect(page.getByRole('img', { name: `${material}:照片` })).toBeVisible();
  }
  await axe(page);

  await next(page, '核对');
  await expect(page.getByText('110***********002X')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '修改 用在哪里' }).click();
  await arrives(page, '用在哪里');
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('体育路8号3栋501');
  await type(page, '地址', '体育路8号3栋502');
  await page.goBack();
  await arrives(page, '核对一下,就可以提交');
  await expect(page.getByText('体育路8号3栋502')).toBeVisible();

  const number = await send(page);
  await axe(page);
  const clerk = await city.staff('clerk');
  const filed = await clerk.case(number);
  expect(filed.answers['address']).toBe('体育路8号3栋502');
  expect(filed.materials.map(({ key }) => key).sort()).toEqual(['id_card', 'property']);
});

test('an organisation is asked for other papers', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  await page.goto('/file/NEW/who');
  await pick(page, '单位');
  await expect(page.getByRole('textbox', { name: '身份证号' })).toHaveCount(0);
  await type(page, '单位名称', '东莞水厅餐饮有限公司');
  await type(page, '统一社会信用代码', '9144030071526726XG');
  await type(page, '经办人姓名', '叶婷');
  await axe(page);
  await next(page, '用在哪里');
  await town(page, '松山湖');
  await type(page, '地址', '学院路1号');
  await pick(page, '不动产权证或房产证');
  await next(page, '用水需要');
  await pick(page, '非居民(商店、工厂、办公)');
  await pick(page, 'DN80');
  await type(page, '用水户数', '1');
  await next(page, '拍材料');
  const sections = page.getByRole('region').getByRole('heading', { level: 2 });
  await expect(sections).toHaveText(['营业执照', '授权委托书', '房屋证明', '经批准的图纸']);
  const photo = await jpeg(page, 'paper.jpg', 640, 480);
  for (const material of ['营业执照', '授权委托书', '房屋证明', '经批准的图纸']) {
    await page.getByRole('region', { name: material }).getByLabel('拍照或选照片').setInputFiles(photo);
    await expect(page.getByRole('img', { name: `${material}:照片` })).toBeVisible();
  }
  await axe(page);
  await next(page, '核对');
  await send(page);
});

test('a mistake is told beside its field once that is left, and nothing before', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  await page.goto('/file/NEW/who');
  await pick(page, '个人');
  const id = page.getByRole('textbox', { name: '身份证号' });
  await id.fill('11010519491231002');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await id.blur();
  await expect(id).toHaveAccessibleDescription(/身份证号是18位,现在是17位/);
  await expect(id).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  await id.fill('110105194912310021');
  await expect(id).toHaveAccessibleDescription(/身份证号有一位不对/);

  // Going on tells all that is missing, and leads to the first of it.
  await page.getByRole('button', { name: '下一步:用在哪里' }).click();
  const name = page.getByRole('textbox', { name: '户主姓名' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/这一项还没有填/);
  await axe(page);
  await id.fill(ID_NUMBERS[0]);
  await expect(id).not.toHaveAttribute('aria-invalid', 'true');
});

test('whoever is not signed in is led to the sign-in and back', async ({ page }) => {
  await page.goto('/file/NEW/who');
  await arrives(page, '登录');
  await axe(page);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Ffile%2FNEW%2Fwho%3Fdraft%3D[0-9a-f]{32}$/);
});
