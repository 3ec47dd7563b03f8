import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup } from '../filings.ts';
import { acts, open } from './steps.ts';

test('documents are looked at and compared by keys, and judged once the case is taken', async ({ page, context, city }) => {
  const phone = freshPhone();
  const filing = hookup(phone);
  const number = await (await city.resident(phone)).file(filing);
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await open(page, number);
  await page.keyboard.press('v');
  const card = page.getByRole('dialog', { name: '身份证 第1张,共1张' });
  await expect(card.getByRole('group', { name: '身份证 第1张,共1张' })).toBeFocused();
  const beside = page.getByRole('complementary', { name: '和填写的对照' });
  await expect(beside.getByRole('definition')).toContainText(['李秀英', /\*/]);
  await expect(beside).toContainText('受理以后才能核对');
  await axe(page);
  // Nobody judges what is not theirs yet.
  await page.keyboard.press('a');
  await expect(card.getByRole('status')).toContainText('未核对');

  const image = card.getByRole('img');
  const box = async () => (await image.boundingBox()) ?? { width: 0, height: 0 };
  const whole = await box();
  await page.keyboard.press('+');
  await expect.poll(async () => (await box()).width).toBeGreaterThan(whole.width * 1.4);
  await page.keyboard.press('0');
  await expect.poll(async () => (await box()).width).toBeCloseTo(whole.width, 0);
  await page.keyboard.press('r');
  await expect(image).toHaveCSS('transform', /^matrix\(0, 1, -1, 0,/);
  await page.keyboard.press('l');
  await expect(image).toHaveCSS('transform', 'none');
  await image.hover();
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await box()).width).toBeGreaterThan(whole.width * 1.4);
  const before = (await image.boundingBox())?.x ?? 0;
  await page.mouse.down();
  await page.mouse.move(500, 450);
  await page.mouse.up();
  await expect.poll(async () => (await image.boundingBox())?.x ?? 0).not.toBeCloseTo(before, 0);

  await page.keyboard.press('s');
  await expect(beside.getByText(filing.answers['id_number'] ?? '')).toBeVisible();
  await axe(page);
  await page.keyboard.press(']');
  const house = page.getByRole('dialog', { name: '房屋证明 第1张,共1张' });
  await expect(beside.getByRole('definition')).toContainText(['南城', '体育路8号3栋501', '不动产权证或房产证']);
  await page.keyboard.press('ArrowLeft');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: /^正在受理,/ })).toBeFocused();
  await page.keyboard.press('v');
  await expect(card.getByRole('group', { name: '身份证 第1张,共1张' })).toBeFocused();
  await page.keyboard.press('a');
  await expect(house.getByRole('status')).toContainText('未核对');
  await page.keyboard.press('x');
  const reasons = house.getByRole('form', { name: '房屋证明为什么不合格' });
  await expect(reasons.getByRole('listitem')).toHaveCount(7);
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(reasons).toBeHidden();
  await expect(house).toBeVisible();
  await page.keyboard.press('x');
  await expect(reasons).toBeFocused();
  await page.keyboard.press('w');
  const own = reasons.getByRole('textbox', { name: '或者自己写' });
  await expect(own).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(own).toHaveAccessibleDescription(/这一项还没有填|至少要/);
  await axe(page);
  await own.pressSequentially('少了第2页 (2)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(acts(page).getByRole('button', { name: '退回补正' })).toBeFocused();
  await expect(page.getByRole('region', { name: '房屋证明' })).toContainText('不合格 少了第2页 (2)');

  // Undone, it is looked at again, and then the way leads on.
  await page.keyboard.press('z');
  await expect(page.getByRole('region', { name: '房屋证明' })).toContainText('未核对');
  await page.keyboard.press('v');
  await expect(house).toBeVisible();
  await page.keyboard.press('Space');
  await expect(acts(page).getByRole('button', { name: '派单' })).toBeFocused();
  const seen = await clerk.case(number);
  expect(seen.materials.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
});

test('what does not arrive is shown, and judged again', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(hookup(phone));
  const clerk = await city.staff('clerk');
  await clerk.act(number, { verb: 'take' });
  await clerk.sitsAt(context);
  // Were they told, the case would change before the verdict is given.
  await page.route('**/desk/events*', (route) => route.abort());
  await open(page, number);
  await page.keyboard.press('v');
  const viewer = page.getByRole('dialog', { name: /第1张,共1张/ });
  await expect(viewer.getByRole('img')).toBeVisible();
  await page.route('**/acts', (route) => route.abort());
  await page.keyboard.press('a');
  const card = page.getByRole('dialog', { name: /^身份证/ });
  await expect(card.getByRole('alert').filter({ hasText: '现在没有网络' })).toBeVisible();
  await expect(card.getByRole('status')).toContainText('未核对');
  await axe(page);
  await page.unroute('**/acts');

  // Meanwhile a colleague writes a note: the verdict is decided on anew.
  await (await city.staff('clerk2')).act(number, { verb: 'note', words: '地址已核', to_resident: false });
  await page.keyboard.press('a');
  await expect(viewer.getByRole('alert').filter({ hasText: '这件刚被别人更新了。' })).toContainText('地址已核');
  await axe(page);
  await viewer.getByRole('button', { name: '知道了' }).click();
  await expect(card).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: /^房屋证明/ })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(acts(page).getByRole('button', { name: '派单' })).toBeFocused();
});
