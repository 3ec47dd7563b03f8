import { agrees, asksBank, billed, month } from '../bank.ts';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { chinese, fits, reads } from '../reading.ts';

test('an account says which bank pays from when on, and one ends it', async ({ page, context, city, server }) => {
  const [phone, mine] = [freshPhone(), holder(43)];
  const resident = await city.resident(phone);
  await resident.binds(mine);
  await resident.sitsAt(context);
  await page.goto(`/water/${mine.number}`);
  const debit = page.getByRole('region', { name: '银行代扣' });
  await expect(page.getByRole('region', { name: '分享给家人' })).toBeVisible();
  await expect(debit).toHaveCount(0);

  const number = await asksBank(city, phone, mine);
  await page.reload();
  await expect(debit).toContainText('工商银行(尾号0005)');
  await expect(debit).toContainText('办好前请照常自己缴费');
  await expect(debit.getByRole('button')).toHaveCount(0);

  await agrees(server);
  await page.goto(`/cases/${number}`);
  await expect(page.getByText('银行核对通过').first()).toBeVisible();
  await page.goto(`/water/${mine.number}`);
  const [year, first] = month(1).split('-').map(Number);
  await expect(debit).toContainText(`工商银行(尾号0005),从${year}年${first}月出的账单起`);
  await fits(page);
  await axe(page);

  // While the bank is about to pay, nobody is told to pay by themselves.
  await billed(server, mine);
  await server.command('export', 'debits', '--month', month(1));
  await page.reload();
  await expect(page.getByText(/^\s*银行将于\d{4}年\d{1,2}月15日扣款,请勿重复缴费$/)).toBeVisible();
  await page.getByRole('region', { name: '账单' }).getByRole('link').first().click();
  await expect(page.getByText(/银行将于\d{4}年\d{1,2}月15日扣款,请勿重复缴费/)).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '返回' }).click();

  await debit.getByRole('button', { name: '停止代扣' }).click();
  const question = page.getByRole('dialog', { name: '停止银行代扣?' });
  await expect(question).toContainText('以后的水费要自己缴');
  await axe(page);
  await question.getByRole('button', { name: '先不停' }).click();
  await expect(question).toBeHidden();
  await debit.getByRole('button', { name: '停止代扣' }).click();
  await question.getByRole('button', { name: '停止代扣' }).click();
  await expect(page.getByText('已停止代扣')).toBeVisible();
  await expect(debit).toHaveCount(0);
});

for (const [how, n, reading] of [
  ['in English', 44, { lang: 'en' }],
  ['in large letters', 45, { lang: 'zh', elder: true }],
] as const) {
  test(`${how} the card fits a small phone`, async ({ page, context, city, server }) => {
    await page.setViewportSize({ width: 360, height: 1800 });
    const [phone, mine] = [freshPhone(), holder(n)];
    const resident = await city.resident(phone);
    await resident.binds(mine);
    await resident.sitsAt(context);
    await asksBank(city, phone, mine);
    await agrees(server);
    await reads(page, reading);
    await page.goto(`/water/${mine.number}`);
    const card = page.getByRole('region', { name: reading.lang === 'en' ? 'Direct debit' : '银行代扣' });
    await expect(card.getByRole('button')).toBeVisible();
    await fits(page);
    await axe(page);
    if (reading.lang === 'en') expect((await chinese(page)).filter((text) => text.includes('代扣'))).toEqual([]);
  });
}
