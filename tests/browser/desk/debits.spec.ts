import { agrees, answer, asksBank, billed, month } from '../bank.ts';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { open } from './steps.ts';

test('the desk sees which bank pays, and what became of a month', async ({ page, context, city, server }) => {
  const [phone, mine] = [freshPhone(), holder(46)];
  const number = await asksBank(city, phone, mine);
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto('/desk/debits');
  await expect(page.getByText('没有这样的扣款')).toBeVisible();
  await axe(page);

  await agrees(server);
  await open(page, number);
  await expect(page.getByRole('region', { name: '这一户' })).toContainText('银行代扣:工商银行 尾号0005,代扣中');

  await billed(server, mine);
  const file = await server.command('export', 'debits', '--month', month(1));
  const failed = answer(file, '结果,实扣日期,原因', '失败,,余额不足');
  await server.reads(failed, 'import', 'debits');
  await page.getByRole('link', { name: '银行代扣', exact: true }).click();
  const runs = page.getByRole('region', { name: '每月送银行的文件' });
  await runs.getByRole('link', { name: '1笔,54.00元' }).click();
  const items = page.getByRole('region', { name: '扣款明细' });
  await expect(items.getByRole('row').nth(1)).toContainText(mine.number);
  await expect(items.getByRole('row').nth(1)).toContainText('扣款不成 · 余额不足');
  await axe(page);
  await items.getByRole('link', { name: '重复扣款,待退' }).click();
  await expect(items.getByText('没有这样的扣款')).toBeVisible();
  await items.getByRole('link', { name: '全部', exact: true }).click();
  await expect(items.getByRole('row')).toHaveCount(2);
});
