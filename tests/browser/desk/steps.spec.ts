import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { meterMove, meterTest } from '../filings.ts';
import { acts, begin, open } from './steps.ts';

test('a meter is moved: surveyed, quoted, surveyed again, quoted anew, paid and done', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk, crew] = await Promise.all([city.resident(phone), city.staff('clerk'), city.staff('crew')]);
  const number = await resident.file(meterMove(phone));
  await clerk.passOn(number);
  await crew.act(number, { verb: 'advance', words: '可以移,要加三米管' });
  await clerk.sitsAt(context);
  await open(page, number);
  const sentence = page.getByRole('heading', { level: 1 });
  const way = page.getByRole('list', { name: '办到哪一步' }).getByRole('listitem');
  await expect(sentence).toHaveText(/^窗口人员正在办“报价”,.*前完成这一步$/);
  await expect(way).toHaveText(['受理核验', '上门勘查', '报价', '交费', '施工']);
  await expect(way.nth(2)).toHaveAttribute('aria-current', 'step');
  await expect(page.getByRole('link', { name: new RegExp(number) }).getByText('报价')).toBeVisible();
  await axe(page);

  await page.keyboard.press('q');
  const quote = page.getByRole('dialog', { name: '报价' });
  const send = quote.getByRole('button', { name: '报价' });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await expect(quote.getByRole('status')).toHaveText('请填金额,例如 54 或 54.50');
  await quote.getByRole('textbox', { name: '金额(元)' }).fill('1,200');
  await send.click();
  await expect(quote.getByRole('textbox', { name: '包括什么' })).toHaveAccessibleDescription(/这一项还没有填|至少要/);
  await axe(page);
  await quote.getByRole('textbox', { name: '包括什么' }).fill('管材三米和人工');
  await send.click();
  await expect(sentence).toHaveText(/^等申请人在.*前交费 ¥1200\.00$/);
  await expect(page.getByRole('listitem').filter({ hasText: '管材三米和人工' })).toContainText('报价 ¥1200.00');

  const redo = await begin(page, '退回重做');
  await redo.getByRole('radio', { name: '报价' }).check();
  await redo.getByRole('textbox', { name: '为什么要重做' }).fill('管材算少了');
  await axe(page);
  await redo.getByRole('button', { name: '退回重做' }).click();
  await expect(sentence).toHaveText(/^窗口人员正在办“报价”/);
  const again = await begin(page, '报价');
  await again.getByRole('textbox', { name: '金额(元)' }).fill('1350.5');
  await again.getByRole('textbox', { name: '包括什么' }).fill('管材四米和人工');
  await again.getByRole('button', { name: '报价' }).click();
  await expect(sentence).toHaveText(/前交费 ¥1350\.50$/);

  await page.keyboard.press('m');
  const paid = page.getByRole('dialog', { name: '收款' });
  await expect(paid.getByText('应收 ¥1350.50。收到后再登记,居民会收到短信')).toBeVisible();
  await paid.getByRole('textbox', { name: '收据号' }).fill('NC-20261127-01');
  await axe(page);
  await paid.getByRole('button', { name: '收款' }).click();
  await expect(sentence).toHaveText(/^南城分公司正在办最后一步“施工”,.*前办结$/);
  await expect(acts(page).getByRole('button', { name: '退回重做' }), 'it is paid for').toHaveCount(0);

  const finish = await begin(page, '办结');
  await finish.getByRole('textbox', { name: '办理结果' }).fill('已移到门口水表井');
  await finish.getByRole('button', { name: '办结' }).click();
  await expect(sentence).toHaveText('已办结');
  await axe(page);
});

test('what a laboratory finds decides who pays', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk, crew] = await Promise.all([city.resident(phone), city.staff('clerk'), city.staff('crew')]);
  const numbers = [await resident.file(meterTest(phone)), await resident.file(meterTest(phone))] as const;
  for (const number of numbers) {
    await clerk.passOn(number);
    await crew.act(number, { verb: 'advance', words: '已装备用表' });
  }
  await clerk.sitsAt(context);
  const sentence = page.getByRole('heading', { level: 1 });

  await open(page, numbers[0]);
  await expect(sentence).toHaveText(/^化验室正在办“检测”/);
  const within = await begin(page, '录结果');
  await expect(within.getByRole('status')).toHaveText('先选一个结果');
  await within.getByRole('radio', { name: '在允许误差内' }).check();
  await expect(within.getByRole('status')).toHaveText('请填金额,例如 54 或 54.50');
  await within.getByRole('textbox', { name: '居民要付的费用(元)' }).fill('80');
  await within.getByRole('textbox', { name: '检测数据和说明' }).fill('误差 +1.2%');
  await axe(page);
  await within.getByRole('button', { name: '录结果' }).click();
  await expect(sentence).toHaveText(/前交费 ¥80\.00$/);

  await open(page, numbers[1]);
  const outside = await begin(page, '录结果');
  await outside.getByRole('radio', { name: '超出允许误差' }).check();
  await expect(outside.getByRole('textbox', { name: '居民要付的费用(元)' }), 'the company pays').toHaveCount(0);
  await expect(outside.getByRole('status')).toHaveText('请填检测出的误差百分数,例如 +5.2 或 -3.05');
  await outside.getByRole('textbox', { name: '误差(%),走快填正数,走慢填负数' }).fill('6.8');
  await outside.getByRole('textbox', { name: '检测数据和说明' }).fill('误差 +6.8%');
  await outside.getByRole('button', { name: '录结果' }).click();
  await expect(sentence).toHaveText(/^窗口人员正在办“退补水费”/);
  const advance = await begin(page, '下一步');
  await expect(advance.getByText('接着:装回水表(维修人员)')).toBeVisible();
  await advance.getByRole('textbox', { name: '这一步做了什么' }).fill('退 6.8% 水费,共 ¥31.20');
  await axe(page);
  await advance.getByRole('button', { name: '下一步' }).click();
  await expect(sentence).toHaveText(/^南城分公司正在办最后一步“装回水表”,.*前办结$/);
});
