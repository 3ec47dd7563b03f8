import type { Locator, Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { fits, reads } from '../reading.ts';
import { arrives, type } from './steps.ts';

const VOLUME = /^一个月用多少水/;
const PERSONS = /^家里几口人/;

/** What it comes to, and what is said where it comes to nothing. */
function total(page: Page): Locator {
  return page.getByRole('main').getByRole('status');
}

/** A tier with its lines. */
function tier(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '×' });
}

test('whoever has not signed in sees at once what water costs, and how that comes about', async ({ page }) => {
  await page.goto('/services/BILL');
  await page.getByRole('link', { name: /^水费计算/ }).click();
  await arrives(page, '水费计算');
  await expect(total(page)).toHaveText('填上用水量,这里马上算出水费');
  await axe(page);

  // No button: each letter counts.
  await page.getByRole('textbox', { name: VOLUME }).fill('20');
  await expect(total(page)).toHaveText('合计 54.00元');
  await expect(page.getByText('再用6立方米到第2档,每立方米4.06元')).toBeVisible();
  await page.getByRole('textbox', { name: VOLUME }).fill('26');
  await expect(page.getByText('再多用就到第2档,每立方米4.06元')).toBeVisible();

  await page.getByRole('textbox', { name: VOLUME }).fill('40');
  await expect(total(page)).toHaveText('合计 151.28元');
  const picture = page.getByRole('img', { name: /^阶梯图。/ });
  await expect(picture).toHaveAccessibleName(
    '阶梯图。第1档26立方米,每立方米2.70元;第2档8立方米,每立方米4.06元;第3档6立方米,每立方米8.10元',
  );
  await expect(tier(page, '第1档')).toContainText(/26立方米以内.*70\.20元/);
  await expect(tier(page, '第3档')).toContainText(/34立方米以上.*48\.60元.*水费.*6立方米 × 5\.25元.*31\.50元.*污水处理费.*17\.10元/);
  await expect(page.getByText('平均每立方米3.78元')).toBeVisible();
  await expect(page.getByText('已经在最高一档')).toBeVisible();
  await expect(page.getByText('5人的话:127.00元,少24.28元')).toBeVisible();
  await axe(page);
  await fits(page);
});

test('a larger household has wider tiers, and is told to report itself first', async ({ page }) => {
  await page.goto('/calculator?volume=40');
  await type(page, PERSONS, '5');
  await expect(total(page)).toHaveText('合计 127.00元');
  await expect(tier(page, '第2档')).toContainText('30.5–38.5立方米');
  await page.getByRole('link', { name: '去申报一户多人口' }).click();
  await arrives(page, '一户多人口');
  await page.getByRole('link', { name: /^水费计算/ }).click();
  await arrives(page, '水费计算');
});

test('the address keeps what is asked', async ({ page }) => {
  await page.goto('/calculator');
  await type(page, VOLUME, '40');
  await page.getByText('居民生活 · 番禺水价').click();
  await page.getByRole('button', { name: '深圳水价' }).click();
  await expect(total(page)).toHaveText('合计 233.32元');
  await expect(page).toHaveURL(/\/calculator\?volume=40&tariff=shenzhen$/);
  await page.reload();
  await expect(total(page)).toHaveText('合计 233.32元');
  await expect(page.getByRole('button', { name: '深圳水价' })).toHaveAttribute('aria-pressed', 'true');
  await axe(page);

  // In hardship the first 8 m³ are free: 8 × (2.67 + 0.90 + 0.59).
  await page.getByRole('switch', { name: '低保、特困优惠' }).click();
  await expect(total(page)).toHaveText('合计 200.04元');
  await expect(page.getByText('其中8立方米免费')).toBeVisible();

  await page.getByRole('radio', { name: '特种(洗车、桑拿等)' }).check();
  await expect(total(page)).toHaveText(/^这里的水价没有列这种用水。/);
  await expect(page.getByRole('textbox', { name: PERSONS })).toHaveCount(0);
  await page.getByRole('button', { name: '番禺水价' }).click();
  await expect(total(page)).toHaveText('合计 440.00元');
  await expect(page.getByText('不分档')).toBeVisible();
  await expect(page.getByRole('img', { name: /^阶梯图/ })).toHaveCount(0);
  // Typing left nothing behind that the way back would have to go through.
  await page.getByRole('link', { name: '返回' }).click();
  await arrives(page, '水费查缴');
});

test('what does not read is told beside its field, and makes no bill', async ({ page }) => {
  await page.goto('/calculator?volume=abc&persons=99');
  const volume = page.getByRole('textbox', { name: VOLUME });
  await expect(volume).toHaveAttribute('aria-invalid', 'true');
  await expect(volume).toHaveAccessibleDescription(/只填数字/);
  await expect(page.getByRole('textbox', { name: PERSONS })).toHaveAccessibleDescription(/不能大于30/);
  await expect(total(page)).toHaveText('改好上面标红的,这里就会算出来');
  await axe(page);
  await volume.fill('２６');
  await page.getByRole('textbox', { name: PERSONS }).fill('4');
  await expect(total(page)).toHaveText('合计 70.20元');
});

test('in English, in large letters, all of it fits a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await reads(page, { lang: 'en', elder: true });
  await page.goto('/calculator?volume=40&persons=6&hardship=true');
  await expect(total(page)).toHaveText('Total ¥93.20');
  await expect(page.getByRole('img', { name: /^The tiers as steps\. Tier 1: 35 m³ at ¥2\.70 a m³/ })).toBeVisible();
  await expect(page.getByText('Discount for hardship').first()).toBeVisible();
  await axe(page);
  await fits(page);
});

test('once the prices are here no network is needed; without them it says so, and fetches them once there is one', async ({ page, context }) => {
  await page.goto('/services/BILL');
  await expect(page.getByRole('link', { name: /^水费计算/ })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: /^水费计算/ }).click();
  await expect(page.getByRole('alert')).toContainText('现在没有网络');
  await axe(page);
  await context.setOffline(false);
  await expect(total(page)).toHaveText('填上用水量,这里马上算出水费');

  await context.setOffline(true);
  await page.getByRole('textbox', { name: VOLUME }).fill('26');
  await expect(total(page)).toHaveText('合计 70.20元');
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('link', { name: /^水费计算/ }).click();
  await page.getByRole('textbox', { name: VOLUME }).fill('20');
  await expect(total(page)).toHaveText('合计 54.00元');
});
