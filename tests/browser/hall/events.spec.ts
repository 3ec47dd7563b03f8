import { freshPhone } from '../city.ts';
import { plan } from '../events.ts';
import { axe, expect, test } from '../fixtures.ts';
import { type Reading, chinese, fits, reads } from '../reading.ts';

const READINGS: Reading[] = [{ lang: 'zh' }, { lang: 'en' }, { lang: 'zh', elder: true }];

test.use({ viewport: { width: 360, height: 2000 } });

test('who is not signed in sees an event, and is told why to sign in before they follow it', async ({ page, city }) => {
  const wanted = plan();
  const id = await (await city.staff('clerk')).publishes(wanted);
  await page.goto('/events');
  const town = page.getByRole('combobox', { name: '看哪个镇街' });
  await expect(town).toBeVisible();
  await axe(page);
  await town.selectOption({ label: '南城' });
  await page.getByRole('region', { name: '即将举办' }).getByRole('link', { name: wanted.title }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${id}$`));
  await expect(page.getByRole('heading', { level: 2, name: wanted.title })).toBeVisible();
  await expect(page.getByText('已报0人,还可报5人')).toBeVisible();
  await axe(page);

  await page.getByRole('link', { name: '关注,有变动告诉我' }).click();
  await expect(page.getByText('登录一次,我们才知道往哪个手机发短信')).toBeVisible();
  await expect(page).toHaveURL(/next=%2Fevents%2F/);
  await axe(page);
});

test('a resident follows it, puts it into the calendar, and leaves it again', async ({ page, context, city }) => {
  const wanted = plan();
  const id = await (await city.staff('clerk')).publishes(wanted);
  await (await city.resident(freshPhone())).sitsAt(context);
  await page.goto(`/events/${id}`);
  await page.getByRole('button', { name: '关注,有变动告诉我' }).click();
  await expect(page.getByText('已关注', { exact: true })).toBeVisible();
  await axe(page);
  const href = await page.getByRole('link', { name: '加到日历' }).getAttribute('href');
  const file = await (await page.request.get(href ?? '')).text();
  expect(file).toContain(`UID:${id}@shuiting`);
  await page.getByRole('button', { name: '不再关注' }).click();
  await expect(page.getByRole('button', { name: '关注,有变动告诉我' })).toBeVisible();
});

test('the first page tells of what is near within a week', async ({ page, city }) => {
  // In a town of its own, so that no other event comes before it.
  const wanted = plan({ days: 1, town: 'hongmei' });
  await (await city.staff('clerk')).publishes(wanted);
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('shuiting-town', 'hongmei'));
  await page.reload();
  const line = page.getByRole('link', { name: /^社区活动/ });
  await expect(line).toBeVisible();
  await axe(page);
  await line.click();
  await expect(page).toHaveURL(/\/events\/[0-9a-f-]+$/);
});

for (const reading of READINGS) {
  test(`the pages fit a small phone ${reading.lang}${reading.elder ? ', in large letters' : ''}`, async ({ page, city }) => {
    const id = await (await city.staff('clerk')).publishes(plan());
    await reads(page, reading);
    for (const address of ['/events', `/events/${id}`]) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await fits(page);
      await axe(page);
      if (reading.lang === 'en') expect(await chinese(page), address).toEqual([]);
    }
  });
}
