import { readFile } from 'node:fs/promises';
import { freshPhone } from '../city.ts';
import { hookup, leak } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { textOf } from '../papers.ts';
import { fits, reads } from '../reading.ts';

test('a resident keeps the letter that says why it was refused and what can be done', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk] = await Promise.all([city.resident(phone), city.staff('clerk')]);
  const number = await resident.file(hookup(phone));
  await resident.sitsAt(context);
  await page.goto(`/cases/${number}`);
  const papers = page.getByRole('region', { name: '可以保存的文件' });
  await expect(papers.getByRole('link')).toHaveText(['受理回执']);

  await clerk.act(number, { verb: 'take' });
  await expect(papers.getByRole('link')).toHaveText(['受理回执', '供用水合同草稿']);
  await clerk.act(number, { verb: 'reject', reason: '房屋在拆迁范围内' });
  await expect(papers.getByRole('link')).toHaveText(['受理回执', '不予办理告知书']);
  await axe(page);

  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    papers.getByRole('link', { name: '不予办理告知书' }).press('Enter'),
  ]);
  expect(letter.suggestedFilename()).toBe(`不予办理告知书 ${number}.pdf`);
  const text = textOf(await readFile(await letter.path()));
  for (const said of [number, '用水报装', '房屋在拆迁范围内', '12345', '96968', '行政复议']) expect(text).toContain(said);
});

test('papers come in English where the page does, also after the sign-in has run out', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await resident.sitsAt(context);
  await reads(page, { lang: 'en', elder: true });
  await page.goto(`/cases/${number}`);
  const link = page.getByRole('region', { name: 'Papers to keep' }).getByRole('link', { name: 'Acceptance slip' });
  await expect(link).toBeVisible();
  await axe(page);
  await fits(page);
  // What the server says to a sign-in that has run out; the page gets a new one before the browser asks for the paper.
  const expired = { type: 'about:blank', title: 'Expired', status: 401, detail: 'Refresh it', code: 'token_expired' };
  const answer = { status: 401, contentType: 'application/problem+json', body: JSON.stringify(expired) };
  await page.route('**/api/v1/me', (route) => route.fulfill(answer), { times: 1 });
  const renewed = page.waitForResponse((response) => response.url().endsWith('/sessions/refresh') && response.ok());
  const [slip] = await Promise.all([page.waitForEvent('download'), renewed, link.click()]);
  const text = textOf(await readFile(await slip.path()));
  expect(text).toContain('What was filed');
  expect(text).toContain(number);
});
