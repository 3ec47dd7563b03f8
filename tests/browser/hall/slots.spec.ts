import { type Page } from '@playwright/test';
import { type City, freshPhone } from '../city.ts';
import { waterTest } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { chinese, fits, reads } from '../reading.ts';
import { arrives, next, send, town, type } from './steps.ts';

/** A time, as the API tells it. */
interface Slot {
  slot: string;
  left: number;
}

/** A water test up to the page that asks when to come. */
async function toTimes(page: Page, city: City, phone: string): Promise<void> {
  await (await city.resident(phone)).sitsAt(page.context());
  await page.goto('/services/QUAL');
  await expect(page.getByText('上门时间您自己选')).toBeVisible();
  await page.getByRole('link', { name: '开始办理' }).click();
  await page.getByRole('checkbox', { name: '有异味', exact: true }).check();
  await next(page, '哪一户');
  await type(page, '水费户号', '12345678');
  await town(page, '南城');
  await type(page, '用水地址', '鸿福路100号3栋501');
  await next(page, '上门时间');
}

/** What is left to fill in after the time. */
async function toCheck(page: Page): Promise<void> {
  await next(page, '联系谁');
  await page.getByRole('radio', { name: '个人', exact: true }).check();
  await type(page, '姓名', '李秀英');
  await next(page, '核对');
}

const times = (page: Page) => page.getByRole('radiogroup', { name: '哪个时间上门' });

/** Somebody else takes all places that a time has left. */
async function takesAll(city: City, { slot, left }: Slot): Promise<void> {
  const phone = freshPhone();
  const other = await city.resident(phone);
  for (let place = 0; place < left; place += 1) await other.file(waterTest(phone, slot));
}

async function slots(page: Page): Promise<Slot[]> {
  const answer = await page.request.get('/api/v1/slots?town=nancheng', { headers: { 'Shuiting-Side': 'hall' } });
  return (await answer.json()) as Slot[];
}

test('one picks a time with a place left, and hears it again at each turn', async ({ page, city }) => {
  const phone = freshPhone();
  await toTimes(page, city, phone);
  const offered = await slots(page);
  const full = offered.find(({ left }) => left > 0);
  if (!full) throw new Error('no time is free');
  await takesAll(city, full);
  await page.reload();
  const at = offered.indexOf(full);
  await expect(times(page).getByRole('radio')).toHaveCount(offered.length);
  const taken = times(page).getByRole('radio').nth(at);
  await expect(taken).toBeDisabled();
  await expect(taken).toHaveAccessibleName(/^\d+月\d+日\(周.\)\d+:00–\d+:00 约满了$/);
  await page.getByRole('button', { name: '下一步:联系谁' }).click();
  await expect(times(page)).toHaveAccessibleDescription(/这一项还没有填/);
  await axe(page);
  await fits(page);

  const free = times(page).getByRole('radio', { disabled: false }).first();
  await expect(free).toHaveAccessibleName(/还剩\d个$/);
  const said = /^(.*) 还剩/.exec((await free.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await free.check();
  await toCheck(page);
  await expect(page.getByText(said).first()).toBeVisible();
  const number = await send(page);
  await page.goto(`/cases/${number}`);
  await expect(page.getByText(`${said}上门。`, { exact: false }).first()).toBeVisible();
  await expect(page.getByText(`约好${said}上门`)).toBeVisible();
});

test('a time that was taken meanwhile leads back to the question, and nothing is lost', async ({ page, city }) => {
  await toTimes(page, city, freshPhone());
  const free = (await slots(page)).filter(({ left }) => left > 0);
  const last = free.at(-1);
  if (!last) throw new Error('no time is free');
  await times(page).getByRole('radio', { disabled: false }).last().check();
  await toCheck(page);
  await takesAll(city, last);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await arrives(page, '上门时间');
  await expect(times(page)).toHaveAccessibleDescription(/这个时间刚刚约满了,请另选一个。最近有空的:/);
  await expect(times(page).getByRole('radio', { checked: true })).toBeDisabled();
  await axe(page);
  await times(page).getByRole('radio', { disabled: false }).last().check();
  await toCheckAgain(page);
  await send(page);
});

/** The rest was filled in before. */
async function toCheckAgain(page: Page): Promise<void> {
  await next(page, '联系谁');
  await expect(page.getByRole('textbox', { name: '姓名', exact: true })).toHaveValue('李秀英');
  await next(page, '核对');
}

test('without a network the times are looked up later, and the draft stays', async ({ page, context, city }) => {
  await toTimes(page, city, freshPhone());
  await expect(times(page).getByRole('radio').first()).toBeAttached();
  await page.getByRole('link', { name: '返回' }).click();
  await arrives(page, '哪一户');
  await context.setOffline(true);
  await page.getByRole('button', { name: '下一步:上门时间' }).click();
  await expect(page.getByText('您填的内容还在,连上网后请再试一次')).toBeVisible();
  await context.setOffline(false);
  await times(page).getByRole('radio', { disabled: false }).first().check();
  await toCheck(page);
  await send(page);
});

test('the times are read in English and in large letters', async ({ page, city }) => {
  await toTimes(page, city, freshPhone());
  const address = page.url();
  for (const reading of [{ lang: 'en' }, { lang: 'zh', elder: true }] as const) {
    await reads(page, reading);
    await page.goto(address);
    const first = page.getByRole('radio', { disabled: false }).first();
    await expect(first).toBeAttached();
    await fits(page);
    await axe(page);
    if (reading.lang === 'en') {
      await expect(first).toHaveAccessibleName(/^\w{3} \d+ \w{3}, \d+:00–\d+:00 \d left$/);
      expect(await chinese(page)).toEqual([]);
      await page.goto('/');
      await page.getByRole('button', { name: '中文' }).click();
    } else {
      const box = await first.locator('..').boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(60);
    }
  }
});
