import { codeSent, freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { ID_NUMBERS, transfer } from '../filings.ts';
import { jpeg } from '../pictures.ts';
import { arrives, next, pick, send, town, type } from './steps.ts';

test('one resident files a transfer, the other confirms it on their own phone', async ({ page, context, browser, city }) => {
  const [phone, oldPhone] = [freshPhone(), freshPhone()];
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/file/TRANS/account');
  await type(page, '水费户号', '12345678');
  await town(page, '东城');
  await type(page, '用水地址', '东正路20号2栋302');
  await pick(page, '新的不动产权证');
  await axe(page);
  await next(page, '新户主');
  await type(page, '新户主姓名', '陈嘉怡');
  await type(page, '新户主身份证号', ID_NUMBERS[0]);
  await expect(page.getByRole('textbox', { name: '新户主手机号' })).toHaveValue(phone);
  await axe(page);
  await next(page, '原户主');
  await type(page, '原户主姓名', '黄国强');
  const other = page.getByRole('textbox', { name: '原户主手机号' });
  await type(page, '原户主手机号', phone);
  await expect(other).toHaveAccessibleDescription(/双方的手机号不能相同/);
  await axe(page);
  await type(page, '原户主手机号', oldPhone);
  await expect(other).not.toHaveAccessibleDescription(/双方的手机号不能相同/);
  await next(page, '水表读数');
  await type(page, '现在的读数', '1024');
  const photo = await jpeg(page, 'meter.jpg', 640, 480);
  await page.getByRole('region', { name: '水表照片' }).getByLabel('拍照或选照片').setInputFiles(photo);
  await axe(page);
  await next(page, '拍材料');
  for (const material of ['身份证', '新的不动产权证']) {
    await page.getByRole('region', { name: material }).getByLabel('拍照或选照片').setInputFiles(photo);
    await expect(page.getByRole('img', { name: `${material}:照片` })).toBeVisible();
  }
  await axe(page);
  await next(page, '核对');
  await axe(page);

  // Whoever makes it wrong later is told on the last page, and led to it.
  await page.goto('/file/TRANS/new_owner');
  await type(page, '新户主手机号', oldPhone);
  await page.goto('/file/TRANS/check');
  await expect(page.getByText('双方的手机号不能相同')).toBeVisible();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await arrives(page, '原户主');
  await expect(other).toBeFocused();
  await expect(other).toHaveAccessibleDescription(/双方的手机号不能相同/);
  await axe(page);
  await page.goto('/file/TRANS/new_owner');
  await type(page, '新户主手机号', phone);
  await page.goto('/file/TRANS/check');
  await arrives(page, '核对一下,就可以提交');
  await axe(page);
  const number = await send(page);
  await expect(page.getByText('我们已发短信请对方确认')).toBeVisible();
  await page.getByRole('link', { name: '看进度' }).click();
  await expect(page.getByText(/^等对方在.*前确认/)).toBeVisible();

  const theirs = await browser.newContext();
  const their = await theirs.newPage();
  await their.goto(`/cases/${number}`);
  await expect(their.getByText('登录后就能看到您的办件')).toBeVisible();
  await axe(their);
  await their.getByRole('link', { name: '登录' }).click();
  await arrives(their, '登录');
  await type(their, '手机号', oldPhone);
  await their.getByRole('button', { name: '获取验证码' }).click();
  await expect(their.getByText('验证码已发到您的手机')).toBeVisible();
  await axe(their);
  await type(their, '验证码', '000000');
  await their.getByRole('button', { name: '登录' }).click();
  await expect(their.getByRole('textbox', { name: '验证码' })).toHaveAccessibleDescription(/验证码不对/);
  await axe(their);
  await type(their, '验证码', await codeSent(theirs.request, oldPhone));
  await their.getByRole('button', { name: '登录' }).click();

  await arrives(their, '过户');
  await expect(their.getByText(/^请您在.*前确认$/)).toBeVisible();
  await expect(their.getByText(ID_NUMBERS[0])).toHaveCount(0);
  await expect(their.getByRole('img')).toHaveCount(0);
  await axe(their);
  await their.getByRole('button', { name: '确认过户' }).click();
  const dialog = their.getByRole('dialog', { name: '请核对,再确认' });
  await expect(dialog.getByText('东正路20号2栋302')).toBeVisible();
  await axe(their);
  await dialog.getByRole('button', { name: '确认过户' }).click();
  await expect(their.getByText('已确认,我们马上受理')).toBeVisible();
  await expect(their.getByRole('button', { name: '确认过户' })).toHaveCount(0);
  await axe(their);
  await theirs.close();

  await page.reload();
  await expect(page.getByText(/^已收到,.*前受理$/)).toBeVisible();
  await expect(page.getByText('对方已确认')).toBeVisible();
});

test('the other side declines with a reason, which the applicant reads', async ({ page, context, city }) => {
  const [phone, oldPhone] = [freshPhone(), freshPhone()];
  const applicant = await city.resident(phone);
  const number = await applicant.file(transfer(phone, oldPhone));
  await (await city.resident(oldPhone)).sitsAt(context);

  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.getByRole('button', { name: '不同意' }).click();
  const dialog = page.getByRole('dialog', { name: '不同意过户' });
  await dialog.getByRole('button', { name: '不同意' }).click();
  const why = dialog.getByRole('textbox', { name: '为什么不同意' });
  await expect(why).toHaveAccessibleDescription(/这一项还没有填|至少要/);
  await axe(page);
  await why.fill('房子没有卖');
  await dialog.getByRole('button', { name: '不同意' }).click();
  await expect(page.getByText('已告诉申请人您不同意')).toBeVisible();
  expect((await applicant.case(number)).status).toBe('sent_back');
});
