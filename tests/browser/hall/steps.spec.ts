import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { meterMove, meterTest } from '../filings.ts';
import { quoted } from './steps.ts';

test('before one begins, a service tells each step, who does it and how long it takes', async ({ page }) => {
  await page.goto('/services/MOVE');
  const steps = page.getByRole('region', { name: '怎么办' }).getByRole('listitem');
  await expect(steps).toHaveCount(5);
  await expect(steps.nth(1)).toContainText('上门勘查');
  await expect(steps.nth(1)).toContainText('维修人员 · 3个工作日');
  await expect(steps.nth(3)).toContainText('您');
  await axe(page);
  await page.goto('/services/TEST');
  await expect(steps.filter({ hasText: '交检测费' })).toContainText('在允许误差内才有');
});

test('a quote says what it costs, what for, what comes then and where to pay', async ({ page, context, city }) => {
  const { number, resident, clerk } = await quoted(city);
  await resident.sitsAt(context);

  await page.goto('/cases');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toContainText('等您交费');
  await page.goto(`/cases/${number}`);
  await expect(page.getByText(/^费用 ¥1200\.00,请您在.*前交。交了我们接着办$/)).toBeVisible();
  const price = page.getByRole('region', { name: '报价' });
  await expect(price).toContainText('1200.00元');
  await expect(price).toContainText('管材三米和人工');
  await expect(price).toContainText('交了费,接着:施工');
  await expect(price).toContainText('不想做了可以撤回,不收费');
  await expect(price.getByRole('link', { name: /拨打/ })).toHaveAttribute('href', 'tel:96968');
  const steps = page.getByRole('region', { name: '办到哪一步' }).getByRole('listitem');
  await expect(steps).toHaveCount(5);
  await expect(steps.nth(1)).toContainText(/维修人员 · 已完成 · 今天/);
  await expect(steps.nth(3)).toHaveAttribute('aria-current', 'step');
  await expect(steps.nth(3)).toContainText(/您 · 正在这一步 · .* 前/);
  await expect(steps.nth(4)).toHaveText(/维修人员 · 还没到 · 7个工作日内$/);
  await axe(page);

  await clerk.act(number, { verb: 'paid', amount: 120_000, receipt: 'A0001' });
  await expect(price, 'the page hears of it').toHaveCount(0);
  await expect(steps.nth(4)).toHaveAttribute('aria-current', 'step');
});

test('whoever does not want to pay withdraws; a fee for what was done stays', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk, crew] = await Promise.all([city.resident(phone), city.staff('clerk'), city.staff('crew')]);
  const [moved, tested] = [await resident.file(meterMove(phone)), await resident.file(meterTest(phone))];
  for (const number of [moved, tested]) {
    await clerk.passOn(number);
    await crew.act(number, { verb: 'advance', words: '已到现场' });
  }
  await clerk.act(moved, { verb: 'quote', amount: 120_000, words: '管材三米和人工' });
  await clerk.act(tested, { verb: 'conclude', outcome: 'within', amount: 8000, words: '误差 +1.2%' });
  await resident.sitsAt(context);

  await page.goto(`/cases/${tested}`);
  await expect(page.getByRole('region', { name: '要交的费用' })).toContainText('80.00元');
  await expect(page.getByRole('region', { name: '结果', exact: true })).toContainText('误差 +1.2%');
  await expect(page.getByRole('button', { name: '撤回' })).toHaveCount(0);
  await axe(page);

  await page.goto(`/cases/${moved}`);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText('申请人已撤回').first()).toBeVisible();
});
