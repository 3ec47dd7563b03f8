import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup, leak } from '../filings.ts';
import { jpeg } from '../pictures.ts';
import { acts, begin, open } from './steps.ts';

test('filters stand in the address, and the way back leads through them', async ({ page, context, city }) => {
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto('/desk');
  await expect(page).toHaveURL(/\/desk\/cases$/);
  const found = page.getByRole('status').filter({ hasText: /^共\d+件$/ });
  const all = await found.textContent();
  await axe(page);

  await page.getByRole('combobox', { name: '服务' }).selectOption({ label: '用水报装' });
  await expect(page).toHaveURL(/service=NEW/);
  await expect(found).not.toHaveText(all ?? '');
  const hookups = await found.textContent();
  await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '待受理' });
  await expect(page).toHaveURL(/service=NEW&status=filed/);
  await expect(found).not.toHaveText(hookups ?? '');
  await axe(page);

  await page.goBack();
  await expect(page.getByRole('combobox', { name: '状态' })).toHaveValue('');
  await expect(found).toHaveText(hookups ?? '');
  await page.goBack();
  await expect(page.getByRole('combobox', { name: '服务' })).toHaveValue('');
  await expect(found).toHaveText(all ?? '');
  await page.goForward();
  await page.reload();
  await expect(page.getByRole('combobox', { name: '服务' })).toHaveValue('NEW');
  await expect(found).toHaveText(hookups ?? '');
  await page.getByRole('link', { name: '清除条件' }).click();
  await expect(found).toHaveText(all ?? '');
});

test('a clerk finds a hookup, takes it, checks its papers, passes it on and finishes it', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(hookup(phone));
  await (await city.staff('clerk')).sitsAt(context);

  await page.goto('/desk/cases');
  const find = page.getByRole('searchbox', { name: '查编号、姓名、手机或地址' });
  await find.fill(number.toLowerCase());
  await find.press('Enter');
  await expect(page).toHaveURL(/text=/);
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^已收到,.*前受理$/ })).toBeFocused();
  const idNumber = hookup(phone).answers['id_number'] ?? '';
  await expect(page.getByText(idNumber)).toHaveCount(0);
  await axe(page);
  await page.getByRole('button', { name: '查看完整 身份证号' }).click();
  await expect(page.getByText('已记录这次查看')).toBeVisible();
  await expect(page.getByText(idNumber)).toBeVisible();

  await acts(page).getByRole('button', { name: '受理' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^正在受理,/ })).toBeFocused();
  const dispatch = acts(page).getByRole('button', { name: '派单' });
  await expect(dispatch).toHaveAttribute('aria-disabled', 'true');
  await expect(dispatch).toHaveAccessibleDescription(/2项没有核对/);
  await page.getByRole('button', { name: '身份证 合格', exact: true }).click();
  await expect(dispatch).toHaveAccessibleDescription(/1项没有核对/);
  const property = page.getByRole('region', { name: '房屋证明' });
  await property.getByRole('button', { name: '房屋证明 不合格' }).click();
  const why = property.getByRole('textbox', { name: '房屋证明为什么不合格' });
  await expect(why).toBeFocused();
  await property.getByRole('button', { name: '确定不合格' }).click();
  await expect(why).toHaveAccessibleDescription(/这一项还没有填|至少要/);
  await axe(page);
  await property.getByRole('button', { name: '照片看不清' }).click();
  await property.getByRole('button', { name: '确定不合格' }).click();
  await expect(property.getByText('不合格 照片看不清')).toBeVisible();
  await expect(dispatch).toHaveAccessibleDescription(/1项不合格,请退回补正/);
  await axe(page);

  const back = await begin(page, '退回补正');
  await expect(back.getByRole('group', { name: '材料' }).getByRole('checkbox', { name: '房屋证明' })).toBeChecked();
  await expect(back.getByRole('textbox', { name: '房屋证明为什么要补' })).toHaveValue('照片看不清');
  await axe(page);
  await back.getByRole('button', { name: '关闭' }).click();
  await expect(back).toBeHidden();

  await property.getByRole('button', { name: '房屋证明 合格', exact: true }).click();
  await expect(dispatch).toHaveAttribute('aria-disabled', 'false');
  const note = await begin(page, '备注');
  await note.getByRole('textbox', { name: '备注' }).fill('已电话核对地址');
  await axe(page);
  await note.getByRole('button', { name: '备注' }).click();
  await expect(note).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: '已电话核对地址' })).toContainText('内部');

  const pass = await begin(page, '派单');
  await expect(pass.getByRole('combobox', { name: '派给' })).toHaveValue('branch-nancheng');
  await axe(page);
  await pass.getByRole('button', { name: '派单' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^南城分公司正在办理,/ })).toBeVisible();

  const finish = await begin(page, '办结');
  await finish.getByRole('button', { name: '办结' }).click();
  const result = finish.getByRole('textbox', { name: '办理结果' });
  await expect(result).toHaveAccessibleDescription(/这一项还没有填|至少要/);
  await result.fill('已装表通水');
  const after = finish.getByRole('region', { name: '处理后照片' });
  await after.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'after.jpg', 640, 480));
  await expect(after.getByRole('img', { name: '处理后照片:照片' })).toBeVisible();
  await axe(page);
  await finish.getByRole('button', { name: '办结' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '已办结' })).toBeVisible();
  await expect(page.getByRole('img', { name: '处理后照片 第1张,共1张' })).toBeVisible();
  await axe(page);
  expect((await resident.case(number)).status).toBe('finished');
});

test('what somebody may not do is not shown', async ({ browser, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const [asked, leaking] = [await resident.file(hookup(phone)), await resident.file(leak(phone))];
  await (await city.staff('clerk')).act(asked, { verb: 'take' });
  const may: [string, string, string[]][] = [
    ['clerk', asked, ['退回补正', '不予办理', '派单', '备注', '办结']],
    ['crew', asked, ['备注']],
    ['agent', asked, ['备注']],
    ['agent', leaking, ['派给南城分公司', '受理', '派单', '备注', '更多']],
    ['admin', leaking, ['分派', '备注']],
    ['crew', leaking, ['备注']],
  ];
  for (const [who, number, verbs] of may) {
    const office = await browser.newContext();
    await (await city.staff(who)).sitsAt(office);
    const page = await office.newPage();
    await open(page, number);
    await expect(acts(page).getByRole('button'), who).toHaveText(verbs);
    await expect(page.getByRole('button', { name: /合格/ })).toHaveCount(who === 'clerk' ? 4 : 0);
    await office.close();
  }
});
