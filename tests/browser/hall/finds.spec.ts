import { axe, expect, test } from '../fixtures.ts';
import { arrives } from './steps.ts';

/** What people type, and the service that they mean. */
const SAID = {
  换名字: '过户',
  guohu: '过户',
  gh: '过户',
  家里水管漏水了: '漏水报修',
  loushui: '漏水报修',
  水费太高: '水费查缴',
  水费怎么算: '水费查缴',
  低保: '优惠用水申报',
  表不准: '水表校验',
  几点来水: '停水信息',
  tosu: '投诉建议',
};

test('whatever one calls a service, it is found first', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '搜一搜:换名字、漏水、水费' }).click();
  await arrives(page, '全部服务');
  const field = page.getByRole('searchbox', { name: '搜服务' });
  await expect(field).toBeFocused();
  for (const [said, meant] of Object.entries(SAID)) {
    await field.fill(said);
    await expect(page.getByRole('status').filter({ hasText: /^找到/ })).toHaveText(/^找到[1-9]\d*项服务$/);
    await expect(page.getByRole('main').getByRole('link').first(), said).toHaveText(new RegExp(`^${meant}`));
  }
  await axe(page);

  await field.fill('宇宙飞船');
  await expect(page.getByText('没有找到这项服务')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: '帮助' })).toHaveAttribute('href', '/questions');
  await expect(page.getByRole('main').getByRole('link').last()).toHaveAttribute('href', 'tel:96968');
  await axe(page);

  await field.fill('');
  // The services, and the calculator.
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(23 + 1);
  await expect(page.getByRole('heading', { name: '最近用过' })).toHaveCount(0);
});

test('what was used comes first the next time', async ({ page }) => {
  await page.goto('/services/POP');
  await arrives(page, '一户多人口');
  await page.getByRole('link', { name: '返回' }).click();
  const used = page.getByRole('region', { name: '最近用过' });
  await expect(used.getByRole('link')).toHaveText([/^一户多人口/]);
  await axe(page);
});
