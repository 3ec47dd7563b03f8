import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { chinese } from '../reading.ts';
import { Call } from '../telephone.ts';

/** Who has a water account under this phone. */
const KNOWN = '13800000004';
/** As her colleagues call her; names stay in Chinese. */
const AGENT = '叶婷';
/** So many keys beside the words themselves: writing the same on paper takes a line for each of them. */
const MOST_ANSWERED = 4;
const MOST_ORDER = 3;

/** A keyboard that counts: a key with Ctrl held is one, and so is each character. */
class Keyboard {
  strokes = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.strokes += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.strokes += [...text].length;
    await this.page.keyboard.type(text);
  }
}

/** The agent at the page of calls, led there by keys. */
async function agentAt(page: Page): Promise<void> {
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '热线' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByText('现在没有来电')).toBeVisible();
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const done = (page: Page) => page.getByRole('status').filter({ hasText: '已记' });

test('an agent answers from knowledge, and makes a work order, by keys alone', async ({ page, context, city }, testInfo) => {
  const agent = await city.staff('agent');
  await agent.sitsAt(context);
  await agentAt(page);
  await axe(page);

  // It rings: within two seconds it stands there who it may be, and one types at once.
  const first = await Call.rings(page.request, KNOWN);
  await expect(heading(page)).toHaveText(`正在响铃 ${KNOWN}`, { timeout: 2000 });
  const caller = page.getByRole('complementary', { name: '来电人' });
  await expect(caller.getByRole('region', { name: '水费户' }).getByRole('listitem')).not.toHaveCount(0);
  await expect(caller.getByRole('region', { name: '水费户' })).toContainText('*');
  const search = page.getByRole('combobox', { name: '查知识' });
  await expect(search).toBeFocused();
  await first.isAnswered();
  await expect(heading(page)).toHaveText(`通话中 ${KNOWN}`);
  await axe(page);

  const keyboard = new Keyboard(page);
  await keyboard.type('znj');
  await expect(page.getByRole('option', { selected: true })).toHaveText('交晚了要罚多少钱');
  await expect(page.getByRole('article')).toContainText('每天加收欠费的万分之五');
  await keyboard.press('Enter');
  await expect(done(page)).toHaveText('已记:当场答复');
  const answered = keyboard.strokes;
  expect(answered).toBeLessThanOrEqual(MOST_ANSWERED);
  await first.ends();

  // The next one wants somebody to come: what is known of them need not be typed.
  const words = '楼下水管漏水';
  await Call.rings(page.request, KNOWN);
  await expect(heading(page)).toHaveText(`正在响铃 ${KNOWN}`);
  await expect(caller.getByRole('region', { name: '以前的来电' }).getByRole('listitem').first()).toContainText('当场答复');
  await expect(search).toBeFocused();
  await keyboard.press('F4');
  await expect(page.getByRole('group', { name: '类别' })).toBeFocused();
  await keyboard.press('2');
  await expect(page.getByRole('button', { name: '漏水', exact: true })).toHaveAttribute('aria-pressed', 'true');
  const said = page.getByRole('textbox', { name: '补充说明' });
  await expect(said).toBeFocused();
  await axe(page);
  await keyboard.type(words);
  await keyboard.press('Control+Enter');
  await expect(done(page)).toHaveText(/^已记:转工单 \S+$/);
  const ordered = keyboard.strokes - answered - words.length;
  expect(ordered).toBeLessThanOrEqual(MOST_ORDER);
  const number = /\S+$/.exec((await done(page).textContent()) ?? '')?.[0] ?? '';
  const filed = await agent.case(number);
  expect(filed).toMatchObject({ service: 'LEAK', answers: { words, phone: '138****0004' } });
  await expect(page.getByText(/今天\d+个来电,当场办好\d+%/)).toBeVisible();

  const told = `${answered} keys to answer from knowledge, ${ordered} and the words for a work order`;
  testInfo.annotations.push({ type: 'keystrokes', description: told });
  console.log(told);
});

test('many leaks of a street become one burst, and who calls of an open case is told of it', async ({ page, context, city }) => {
  const agent = await city.staff('agent');
  await agent.sitsAt(context);
  const address = '体育路';
  const numbers: string[] = [];
  for (const door of [3, 5, 7]) numbers.push(await agent.fileFor(leak(freshPhone(), { town: 'dongcheng', address: `${address}${door}号` })));
  await agentAt(page);

  // Somebody nobody knows reports the same.
  const phone = freshPhone();
  await Call.rings(page.request, phone);
  await expect(heading(page)).toHaveText(`正在响铃 ${phone}`);
  await expect(page.getByText('第一次来电,还不认识')).toBeVisible();
  const keyboard = page.keyboard;
  await keyboard.press('F4');
  await keyboard.press('2');
  const town = page.getByRole('combobox', { name: '镇街' });
  await expect(town).toBeFocused();
  await keyboard.type('东城');
  await expect(page.getByRole('option', { name: '东城', exact: true })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(town).toHaveValue('东城');
  await keyboard.press('Tab');
  await keyboard.type(`${address}9号`);
  const street = page.getByRole('region', { name: '同一条路上的' });
  await expect(street.getByRole('heading')).toHaveText(`${address}24小时内已有3单`);
  await expect(street.getByRole('status')).toHaveText('3个漏水报修,可能是同一处爆管');
  await axe(page);
  await keyboard.press('F7');
  await expect(done(page)).toHaveText(/^已记:转工单 \S+$/);
  const lead = await agent.case(numbers[0] ?? '');
  expect(lead).toMatchObject({ work_order: { kind: 'BURST' } });
  expect((lead as unknown as { work_order: { joined: string[] } }).work_order.joined).toHaveLength(3);

  // They call again, and hear where it stands; somebody else has a wrong number.
  await Call.rings(page.request, phone);
  await expect(page.getByRole('region', { name: '办件' }).getByRole('radio')).toBeChecked();
  await keyboard.press('F9');
  await expect(done(page)).toHaveText(/^已记:告知进度 \S+$/);
  await Call.rings(page.request, freshPhone());
  await expect(page.getByText('第一次来电,还不认识')).toBeVisible();
  await keyboard.press('F10');
  await expect(done(page)).toHaveText('已记:无事(挂断、打错)');
  await expect(page.getByText('现在没有来电')).toBeVisible();
});

test('who calls meanwhile takes nothing away of what was typed', async ({ page, context, city }) => {
  await (await city.staff('agent')).sitsAt(context);
  await agentAt(page);
  const first = await Call.rings(page.request, KNOWN);
  await expect(heading(page)).toHaveText(`正在响铃 ${KNOWN}`);
  // Enter before anything is asked for answers nothing.
  await expect(page.getByText(/^听到什么打什么/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F4');
  await page.keyboard.press('2');
  const said = page.getByRole('textbox', { name: '补充说明' });
  await expect(said).toBeFocused();
  await page.keyboard.type('门口');
  await first.isAnswered();
  await first.ends();
  await Call.rings(page.request, '076922000000');
  await expect(heading(page)).toHaveText('正在响铃 076922000000');
  await expect(page.getByText('还有1个来电没写结果')).toBeVisible();
  await page.keyboard.press('F10');
  await expect(heading(page)).toHaveText(`已挂断 ${KNOWN}`);
  await expect(said).toHaveValue('门口');
  await page.keyboard.press('F10');
  await expect(page.getByText('现在没有来电')).toBeVisible();
});

test('the page speaks English', async ({ page, context, city }) => {
  await (await city.staff('agent')).sitsAt(context);
  await page.goto('/desk/calls');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('Nobody is calling')).toBeVisible();
  const call = await Call.rings(page.request, '076922000000');
  await expect(heading(page)).toHaveText('Ringing 076922000000');
  await page.keyboard.type('late fee');
  await expect(page.getByRole('option', { selected: true })).toHaveText('What does it cost to pay late');
  await axe(page);
  expect(await chinese(page)).toEqual([AGENT]);
  await page.keyboard.press('F4');
  await expect(page.getByRole('group', { name: 'Kind' })).toBeFocused();
  expect(await chinese(page)).toEqual([AGENT]);
  await page.keyboard.press('F10');
  await expect(page.getByText('Nobody is calling')).toBeVisible();
  await call.ends();
});
