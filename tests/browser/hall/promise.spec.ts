import { axe, expect, test } from '../fixtures.ts';
import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { reads } from '../reading.ts';
import { arrives } from './steps.ts';

/** The demo city's leak that is late, which its filer urged a day ago. */
const LATE = { phone: '13800000001', place: '体育路18号门口' };

test('what is late is urged, once a day, and the desk sees it', async ({ page, context, browser, city }) => {
  await (await city.resident(LATE.phone)).sitsAt(context);
  await page.goto('/cases');
  const row = page.getByRole('link', { name: new RegExp(LATE.place) });
  await expect(row).toContainText('南城分公司 · 已超时');
  await row.click();
  await arrives(page, '漏水报修');
  await expect(page.getByText(/^对不起,.*前没有办好。南城分公司正在加紧办$/)).toBeVisible();
  await expect(page.getByText('已催办 1 次,经办人能看到')).toBeVisible();
  await axe(page);

  await page.getByRole('button', { name: '催一下' }).click();
  await expect(page.getByText(/^已催办 2 次.*明天 00:00 起可以再催$/)).toBeVisible();
  await expect(page.getByRole('button', { name: '催一下' })).toHaveCount(0);
  await expect(page.getByText('申请人催办')).toHaveCount(2);
  await axe(page);
  await page.reload();
  await expect(page.getByText(/^已催办 2 次/)).toBeVisible();
  await expect(page.getByRole('button', { name: '催一下' })).toHaveCount(0);

  const office = await browser.newContext({ viewport: { width: 1440, height: 900 }, isMobile: false });
  await (await city.staff('dispatcher')).sitsAt(office);
  const desk = await office.newPage();
  await desk.goto('/desk');
  await desk.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /居民催办/ }).click();
  await expect(desk).toHaveURL(/feedback=urged/);
  const line = desk.getByRole('link', { name: new RegExp(LATE.place) });
  await expect(line).toContainText('催办 2 次');
  await line.click();
  await expect(desk.getByRole('main').getByText('催办 2 次')).toBeVisible();
  await axe(desk);
  await office.close();
});

test('an open case says who has it, what comes next and by when', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, dispatcher] = await Promise.all([city.resident(phone), city.staff('dispatcher')]);
  await resident.sitsAt(context);
  const number = await resident.file(leak(phone));
  const sentence = page.getByText(/前(受理|办结)$/).first();
  await page.goto(`/cases/${number}`);
  await expect(sentence).toHaveText(/^已收到,由调度员在今天 .*前受理$|^已收到,由调度员在明天 .*前受理$/);
  await dispatcher.act(number, { verb: 'take' });
  await page.reload();
  await expect(sentence).toHaveText(/^正在受理,调度员接着派人去现场,.*前办结$/);
  await dispatcher.act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await page.reload();
  await expect(sentence).toHaveText(/^南城分公司正在办理,.*前办结$/);
  await expect(page.getByRole('button', { name: '催一下' }), 'nothing is late').toHaveCount(0);
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toContainText('南城分公司 · ');
});

test('while one waits, pictures show how to shut the valve', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  await resident.sitsAt(context);
  const number = await resident.file(leak(phone));
  for (const [lang, title, alt] of [
    ['zh', '先关总阀,水就停了', '一只圆手轮,箭头指向右转'],
    ['en', 'Shut the main valve first: the water stops', 'A round wheel with an arrow that turns right'],
  ] as const) {
    if (lang === 'en') await reads(page, { lang });
    await page.goto(`/cases/${number}`);
    const picture = page.getByRole('img', { name: alt });
    await expect(picture).toBeHidden();
    await page.getByText(title).click();
    await expect(picture).toBeVisible();
    await axe(page);
  }
});
