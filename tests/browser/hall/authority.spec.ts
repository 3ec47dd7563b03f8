import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { png } from '../pictures.ts';
import { fits, reads } from '../reading.ts';
import { arrives } from './steps.ts';

const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: png() });

test('a letter of authority lets somebody act, until the owner ends it', async ({ page, context, browser, city }) => {
  const [mine, phone] = [holder(50), freshPhone()];
  const agent = await city.resident(phone);
  await agent.sitsAt(context);
  await page.goto('/water');
  await page.getByRole('link', { name: '凭授权书代单位办理' }).click();
  await arrives(page, '凭授权书代单位办理');
  const send = page.getByRole('button', { name: '提交授权书' });
  await send.click();
  await expect(page.getByText('这一项还没有填')).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: '水费户号' })).toBeFocused();
  await axe(page);
  await page.getByRole('textbox', { name: '水费户号' }).fill(mine.number);
  await page.getByRole('textbox', { name: '您的姓名' }).fill('李四');
  for (const document of ['授权委托书', '营业执照']) {
    const tiles = page.getByRole('region', { name: document });
    await tiles.getByLabel('拍照或选照片').setInputFiles(photo(`${document}.png`));
    await expect(tiles.getByRole('img')).toBeVisible();
  }
  await fits(page);
  await axe(page);
  await send.click();
  const brought = page.getByRole('region', { name: '我的授权书' });
  await expect(brought).toContainText(`户号${mine.number} 等窗口核对`);
  await axe(page);

  const clerk = await city.staff('clerk');
  const baseURL = new URL(page.url()).origin;
  const counter = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  await clerk.sitsAt(counter);
  const desk = await counter.newPage();
  await desk.goto('/desk/authorities');
  const letter = desk.getByRole('region', { name: new RegExp(mine.number) });
  await expect(letter.getByRole('img')).toHaveCount(2);
  await letter.getByRole('button', { name: '退回', exact: true }).click();
  await expect(letter.getByRole('alert')).toHaveText('这一项还没有填');
  await axe(desk);
  const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
  await letter.getByLabel('授权到哪一天').fill(until);
  await letter.getByRole('button', { name: '核对无误,授权' }).click();
  await expect(letter).toHaveCount(0);
  await desk.getByRole('link', { name: '已授权', exact: true }).click();
  await expect(letter.getByRole('button', { name: '结束授权' })).toBeVisible();
  await counter.close();

  await page.goto(`/water/${mine.number}`);
  await expect(page.getByText('您凭授权书代为办理')).toBeVisible();
  await expect(page.getByRole('region', { name: '谁在代为办理' })).toContainText('李四');
  await expect(page.getByRole('region', { name: '分享给家人' })).toHaveCount(0);
  await fits(page);
  await axe(page);

  const owner = await city.resident();
  await owner.binds(mine);
  const elsewhere = await browser.newContext({ baseURL });
  await owner.sitsAt(elsewhere);
  const other = await elsewhere.newPage();
  await other.goto(`/water/${mine.number}`);
  const acting = other.getByRole('region', { name: '谁在代为办理' });
  await acting.getByRole('button', { name: '结束李四的授权' }).click();
  const question = other.getByRole('dialog', { name: '结束这个人的授权?' });
  await axe(other);
  await question.getByRole('button', { name: '结束授权' }).click();
  await expect(acting).toHaveCount(0);
  await elsewhere.close();
  await page.reload();
  await expect(page.getByText('这里没有这个水费户')).toBeVisible();
});

for (const [how, reading] of [
  ['in English', { lang: 'en' }],
  ['in large letters', { lang: 'zh', elder: true }],
] as const) {
  test(`${how} the page fits a small phone`, async ({ page, context, city }) => {
    await page.setViewportSize({ width: 360, height: 1800 });
    const agent = await city.resident();
    await agent.sitsAt(context);
    await reads(page, reading);
    await page.goto('/water/act');
    const send = reading.lang === 'en' ? 'Send the letter' : '提交授权书';
    await expect(page.getByRole('button', { name: send })).toBeVisible();
    await fits(page);
    await axe(page);
  });
}
