import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup } from '../filings.ts';
import { chinese, fits } from '../reading.ts';
import { acts } from './steps.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the desk speaks English, wide and narrow', async ({ page, context, city }) => {
      const phone = freshPhone();
      const number = await (await city.resident(phone)).file(hookup(phone));
      const clerk = await city.staff('clerk');
      await clerk.act(number, { verb: 'take' });
      await page.goto('/desk');
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      expect(await chinese(page)).toEqual([]);
      await axe(page);

      await clerk.sitsAt(context);
      await page.goto(`/desk/cases/${number}`);
      await expect(acts(page, 'What can be done now').getByRole('button', { name: 'Send back' })).toBeVisible();
      await axe(page);
      for (const act of ['Send back', 'Reject', 'Note']) {
        await acts(page, 'What can be done now').getByRole('button', { name: act }).click();
        await expect(page.getByRole('dialog', { name: act })).toBeVisible();
        await axe(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      for (const width of [1024, 768, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await fits(page);
      }
      await axe(page);
      await page.goto('/desk/cases');
      await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
      await fits(page);
      await axe(page);
    });
  });
}

test('the desk opens by its addresses, and nothing is blank where the server cannot be reached', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(hookup(phone));
  await (await city.staff('clerk')).sitsAt(context);
  const opens: [string, RegExp][] = [
    ['/desk', /^办件$/],
    ['/desk/cases?due=late&whose=nobody', /^办件$/],
    [`/desk/cases/${number}`, /^已收到,/],
    ['/desk/cases/7F2', /^没有这个编号/],
    ['/desk/nowhere', /^没有这一页$/],
    ['/desk/sign-in', /^办件$/],
  ];
  for (const [address, title] of opens) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: title }), address).toBeVisible();
    await axe(page);
  }
  await page.route('**/api/**', (route) => route.abort());
  for (const [address] of opens) {
    await page.goto(address);
    await expect(page.getByText('现在没有网络').or(page.getByRole('heading', { level: 1 })).first(), address).toBeVisible();
  }
  await page.goto(`/desk/cases/${number}`);
  await expect(page.getByText('现在没有网络')).toBeVisible();
  // The line on which changes come stays cut: when it is back, the page tries again by itself before the button is pressed.
  await page.route('**/events**', (route) => route.abort());
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^已收到,/ })).toBeVisible();
});
