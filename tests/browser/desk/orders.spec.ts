import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { acts, begin, open } from './steps.ts';

test('a dispatcher passes an order on with one key, and its clocks stand beside it', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await (await city.staff('dispatcher')).sitsAt(context);
  await open(page, number);
  const order = page.getByRole('region', { name: '工单' });
  await expect(order).toContainText('漏水');
  await expect(order.getByRole('row', { name: /^响应/ })).toContainText('剩');
  await expect(order).toContainText('按规则派给南城分公司');
  await expect(acts(page).getByRole('button', { name: '派给南城分公司' })).toHaveAttribute('aria-keyshortcuts', 'y');
  await axe(page);
  await page.keyboard.press('y');
  await expect(page.getByRole('heading', { level: 1, name: /^南城分公司正在办理,/ })).toBeVisible();
  await expect(acts(page).getByRole('button', { name: '派给南城分公司' })).toHaveCount(0);

  // A kind by its letter.
  await page.keyboard.press('u');
  await page.keyboard.press('s');
  const sort = page.getByRole('dialog', { name: '改类别' });
  await expect(sort.getByRole('radio', { name: /^漏水/ })).toBeFocused();
  await axe(page);
  await page.keyboard.press('b');
  await expect(sort).toBeHidden();
  await expect(order).toContainText('爆管');
  await expect(order.getByRole('row', { name: /^控制险情/ })).toBeVisible();
});

test('what is seldom wanted stands behind one button, which arrows lead through', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone));
  await (await city.staff('dispatcher')).act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await (await city.staff('supervisor')).sitsAt(context);
  await open(page, number);
  await expect(acts(page).getByRole('button', { name: '督办', exact: true })).toHaveCount(0);
  await page.keyboard.press('u');
  await page.keyboard.press('o');
  const more = page.getByRole('group', { name: '更多' });
  await expect(more.getByRole('button').first()).toBeFocused();
  await axe(page);
  await page.keyboard.press('End');
  await expect(more.getByRole('button').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeHidden();
  await expect(acts(page).getByRole('button', { name: '更多', exact: true })).toBeFocused();

  await page.keyboard.press('u');
  await page.keyboard.press('d');
  const watch = page.getByRole('dialog', { name: '督办' });
  const words = watch.getByRole('textbox', { name: '要求办理部门做什么' });
  await expect(words).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(words).toHaveAccessibleDescription(/这一项还没有填|至少要/);
  await words.fill('今天务必修好');
  await axe(page);
  await page.keyboard.press('Control+Enter');
  await expect(watch).toBeHidden();
  const order = page.getByRole('region', { name: '工单' });
  await expect(order).toContainText('督办中');

  await page.keyboard.press('u');
  await page.keyboard.press('w');
  const wait = page.getByRole('dialog', { name: '等用户' });
  await wait.getByRole('textbox', { name: '等用户做什么' }).fill('请下午在家');
  await page.keyboard.press('Control+Enter');
  await expect(wait).toBeHidden();
  await expect(order.getByRole('row', { name: /^办结/ })).toContainText('停表');
  await page.keyboard.press('u');
  await page.keyboard.press('g');
  await expect(order.getByRole('row', { name: /^办结/ })).not.toContainText('停表');
});

test('orders are joined, split, and finished with what was used up', async ({ page, context, city }) => {
  const [first, second] = [freshPhone(), freshPhone()];
  const [one, other] = [await city.resident(first), await city.resident(second)];
  const [lead, same] = [await one.file(leak(first)), await other.file(leak(second))];
  await (await city.staff('dispatcher')).sitsAt(context);
  await open(page, same);
  await page.keyboard.press('u');
  await page.keyboard.press('j');
  const join = page.getByRole('dialog', { name: '并单' });
  await expect(join.getByText('先填编号或选一件')).toBeVisible();
  await join.getByRole('textbox', { name: '并入哪一件(编号)' }).fill(lead);
  await axe(page);
  await page.keyboard.press('Control+Enter');
  await expect(join).toBeHidden();
  const order = page.getByRole('region', { name: '工单' });
  await order.getByRole('link', { name: lead }).click();
  await expect(order).toContainText(`一起办的: ${same}`);

  await page.keyboard.press('y');
  await expect(page.getByRole('heading', { level: 1, name: /^南城分公司正在办理,/ })).toBeVisible();
  await page.keyboard.press('u');
  await page.keyboard.press('p');
  const split = page.getByRole('dialog', { name: '拆单' });
  await split.getByRole('combobox', { name: '派给' }).selectOption({ label: '工程事业部' });
  await split.getByRole('textbox', { name: '请他们做什么' }).fill('恢复路面');
  await page.keyboard.press('Control+Enter');
  await expect(split).toBeHidden();
  await expect(order).toContainText('拆出的:');
  const part = await order.getByText('拆出的:').getByRole('link').textContent();
  await (await city.staff('crew')).act((part ?? '').trim(), { verb: 'finish', result: '路面已恢复' });
  await expect(page.getByText(/^拆出的.*已办结$/)).toBeVisible();

  const finish = await begin(page, '办结');
  await finish.getByRole('textbox', { name: '办理结果' }).fill('换了一段水管');
  await finish.getByRole('button', { name: '加一种材料' }).click();
  await expect(finish.getByRole('textbox', { name: '材料1', exact: true })).toBeFocused();
  await finish.getByRole('textbox', { name: '材料1', exact: true }).fill('抱箍');
  await finish.getByRole('textbox', { name: '材料1数量' }).fill('0');
  await page.keyboard.press('Control+Enter');
  await expect(finish.getByRole('group', { name: '用了什么材料(可不填)' }).getByRole('alert')).not.toBeEmpty();
  await finish.getByRole('textbox', { name: '材料1数量' }).fill('2');
  await axe(page);
  await page.keyboard.press('Control+Enter');
  await expect(finish).toBeHidden();
  await expect(page.getByText('用料: 抱箍 ×2')).toBeVisible();
  expect((await other.case(same)).status).toBe('finished');
});
