import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';

test('a resident reads what they were told, in both languages, and it counts as read', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await (await city.staff('dispatcher')).act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await resident.sitsAt(context);

  await page.goto('/me');
  const way = page.getByRole('link', { name: '消息' });
  await expect(way).toContainText('2条没看');
  await axe(page);
  const read = page.waitForResponse((answer) => answer.url().endsWith('/messages/read'));
  await way.click();
  await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeVisible();
  const messages = page.getByRole('main').getByRole('listitem');
  await expect(messages).toHaveCount(2);
  await expect(messages.filter({ hasText: '已收到您的漏水报修' })).toContainText(number);
  const passedOn = messages.filter({ hasText: '南城分公司' });
  await expect(passedOn).toContainText('已转办');
  await expect(passedOn).toContainText('新');
  await axe(page);
  await read;
  await passedOn.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/cases/${number}$`));

  await page.goto('/me');
  await expect(page.getByRole('link', { name: '消息' })).not.toContainText('没看');
});

test('whoever has not signed in is offered to, and led back', async ({ page }) => {
  await page.goto('/messages');
  const way = page.getByRole('link', { name: '登录' });
  await expect(way).toHaveAttribute('href', '/sign-in?next=%2Fmessages');
  await axe(page);
});
