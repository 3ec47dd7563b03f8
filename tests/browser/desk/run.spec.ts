import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { expect, test } from '../fixtures.ts';
import { hookup } from '../filings.ts';
import { acts } from './steps.ts';

const FILINGS = 20;
const MOST_A_FILING = 12;
/** By their places in the list. */
const REASONS = ['照片看不清', '证件过期', '地址不一致', '产权有争议', '不是这份材料', '户上有欠费', '在拆迁范围内'];

/** A keyboard that counts: a key with Ctrl held is one. */
class Keyboard {
  strokes = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.strokes += 1;
      await this.page.keyboard.press(key);
    }
  }
}

/** Which reason of the list a filing's second document is refused for; none where it is in order. */
function refusal(at: number): string | undefined {
  return at % 3 === 2 ? REASONS[Math.floor(at / 3) % REASONS.length] : undefined;
}

test('a clerk works through twenty hookups by keys alone', async ({ page, context, city }, testInfo) => {
  test.setTimeout(240_000);
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const numbers: string[] = [];
  for (let at = 0; at < FILINGS; at += 1) numbers.push(await resident.file(hookup(phone)));
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto(`/desk/cases?text=${phone}&sort=oldest`);
  await expect(page.getByRole('status').filter({ hasText: `共${FILINGS}件` })).toBeVisible();

  const keyboard = new Keyboard(page);
  const heading = page.getByRole('heading', { level: 1 });
  const next = page.getByRole('link', { name: '下一件' });
  const viewer = page.getByRole('dialog', { name: /第1张,共1张$/ });
  const image = viewer.getByRole('img');
  const beside = viewer.getByRole('complementary').getByRole('definition');
  const counts: number[] = [];
  await keyboard.press('j');
  await expect(page.getByRole('link', { name: new RegExp(numbers[0] ?? '') })).toBeFocused();
  for (const [at, number] of numbers.entries()) {
    // On the row at first, then on the way to the next case.
    await keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(number));
    await expect(heading).toHaveText(/^已收到,/);
    await expect(heading).toBeFocused();
    await keyboard.press('t');
    await expect(heading).toHaveText(/^正在受理,/);

    await keyboard.press('v');
    await expect(viewer).toHaveAccessibleName(/^身份证/);
    await expect(beside).toContainText(['李秀英', /\*/]);
    const whole = (await image.boundingBox())?.width ?? 0;
    await keyboard.press('+');
    await expect.poll(async () => (await image.boundingBox())?.width ?? 0).toBeGreaterThan(whole);
    await keyboard.press('a');
    await expect(viewer).toHaveAccessibleName(/^房屋证明/);
    await expect(beside).toContainText(['李秀英', '南城', '体育路8号3栋501', '不动产权证或房产证']);
    await keyboard.press('r');
    await expect(image).toHaveCSS('transform', /^matrix\(0, 1/);

    const reason = refusal(at);
    if (reason) {
      await keyboard.press('x', String(REASONS.indexOf(reason) + 1));
    } else {
      await keyboard.press('a');
    }
    await expect(viewer).toBeHidden();
    const act = reason ? '退回补正' : '派单';
    await expect(acts(page).getByRole('button', { name: act })).toBeFocused();
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: act });
    await expect(dialog).toBeVisible();
    await keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(at < FILINGS - 1 ? next : heading).toBeFocused();
    counts.push(keyboard.strokes - counts.reduce((sum, count) => sum + count, 0));
  }

  const average = keyboard.strokes / FILINGS;
  const told = `${average.toFixed(1)} keystrokes a filing (${Math.min(...counts)} to ${Math.max(...counts)})`;
  testInfo.annotations.push({ type: 'keystrokes', description: told });
  console.log(`${FILINGS} hookups: ${told}`);
  expect(average).toBeLessThanOrEqual(MOST_A_FILING);

  for (const [at, number] of numbers.entries()) {
    const { status, materials, asks } = await clerk.case(number);
    const verdicts = Object.fromEntries(materials.map(({ key, verdict }) => [key, verdict]));
    const reason = refusal(at);
    if (reason) {
      expect({ status, asks }, number).toEqual({ status: 'sent_back', asks: [{ item: { material: 'property' }, reason }] });
      expect(verdicts, number).toEqual({ id_card: 'accepted', property: { refused: reason } });
    } else {
      expect({ status, verdicts }, number).toEqual({
        status: 'dispatched',
        verdicts: { id_card: 'accepted', property: 'accepted' },
      });
    }
  }
});
