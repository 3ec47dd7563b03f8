import { axe, expect, test } from '../fixtures.ts';
import { chinese, fits, reads } from '../reading.ts';
import { arrives } from './steps.ts';

/** What people type, and the answer that they mean. */
const SAID = {
  滞纳金: '交晚了要罚多少钱',
  znj: '交晚了要罚多少钱',
  水有点黄: '水发黄是怎么回事',
  guohu: '买了二手房,水费怎么过户',
  'late fee': '交晚了要罚多少钱',
  国户: '买了二手房,水费怎么过户',
};

test('whatever one asks, the answer is found, and one says whether it helped', async ({ page, city }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '帮助', exact: true }).click();
  await arrives(page, '帮助');
  await axe(page);
  const field = page.getByRole('searchbox', { name: '问一问' });
  for (const [said, meant] of Object.entries(SAID)) {
    await field.fill(said);
    await expect(page.getByRole('main').getByRole('link').first(), said).toHaveText(meant);
  }
  await field.fill('宇宙飞船');
  await expect(page.getByText('没有找到', { exact: true })).toBeVisible();
  await axe(page);

  await field.fill('水表不准');
  await page.getByRole('link', { name: '怀疑水表不准,怎么校验' }).click();
  await arrives(page, '怀疑水表不准,怎么校验');
  await expect(page.getByText(/^在水厅点“水表校验”/)).toBeVisible();
  await expect(page.getByRole('link', { name: '水表校验', exact: true })).toHaveAttribute('href', /services\/TEST$/);
  await axe(page);
  await page.getByRole('button', { name: '有帮助' }).click();
  await expect(page.getByRole('status').filter({ hasText: '谢谢' })).toHaveText('谢谢您告诉我们');
  await expect(page.getByRole('button', { name: '有帮助' })).toHaveCount(0);
  await axe(page);
  const supervisor = await city.staff('supervisor');
  const votes = (await supervisor.gets('/api/v1/desk/articles')) as { id: string; helped: number }[];
  expect(votes.find(({ id }) => id === 'meter-test')?.helped).toBe(1);

  // What people ask of a service stands on its page.
  await page.goto('/services/LEAK');
  const asked = page.getByRole('region', { name: '大家常问' });
  await asked.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '有帮助吗?' })).toBeVisible();
});

for (const reading of [{ lang: 'en' }, { lang: 'zh', elder: true }, { lang: 'en', elder: true }] as const) {
  test(`help reads well: ${JSON.stringify(reading)}`, async ({ page }) => {
    await reads(page, reading);
    await page.setViewportSize({ width: 360, height: 640 });
    for (const address of ['/questions', '/questions/tiers', '/questions/leak']) {
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
      await axe(page);
      await fits(page);
      if (reading.lang === 'en') expect(await chinese(page)).toEqual([]);
    }
  });
}
