import { type City, freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { arrives, pick, type } from './steps.ts';

/** A leak that is mended and waits for a word on it. */
async function mended(city: City, phone: string): Promise<string> {
  const [resident, dispatcher, crew] = await Promise.all([
    city.resident(phone),
    city.staff('dispatcher'),
    city.staff('crew'),
  ]);
  const number = await resident.file(leak(phone));
  await dispatcher.act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await crew.act(number, { verb: 'finish', result: '已更换接头,不再漏水' });
  return number;
}

test('a low rating reopens the case, and a supervisor sees it', async ({ page, context, browser, city }) => {
  const phone = freshPhone();
  const number = await mended(city, phone);
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/cases');
  await expect(page.getByRole('heading', { name: /等您处理/ })).toBeVisible();
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await expect(page.getByText('已办结。办得怎么样?请您评价')).toBeVisible();
  await expect(page.getByText('已更换接头,不再漏水').first()).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '评价' }).click();

  await arrives(page, '办得怎么样');
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('请选一个,再提交')).toBeVisible();
  await axe(page);
  await pick(page, '不满意');
  await expect(page.getByText('我们会重新办理,并告诉主管')).toBeVisible();
  await page.getByRole('checkbox', { name: '没有修好' }).check();
  await type(page, /想说的话/, '今天早上又漏了');
  await axe(page);
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('谢谢您告诉我们。我们会重新办理,主管已经知道')).toBeVisible();
  await arrives(page, '漏水报修');
  await expect(page.getByText(/^主管在重新处理,.*前答复您$/)).toBeVisible();
  await axe(page);

  const office = await browser.newContext({ viewport: { width: 1440, height: 900 }, isMobile: false });
  await (await city.staff('supervisor')).sitsAt(office);
  const desk = await office.newPage();
  await desk.goto('/desk');
  await desk.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /评价低/ }).click();
  await expect(desk).toHaveURL(/feedback=low/);
  await desk.getByRole('link', { name: new RegExp(number) }).click();
  await expect(desk.getByRole('main').getByText('居民评价:')).toContainText('不满意');
  await expect(desk.getByRole('main').getByText('今天早上又漏了').first()).toBeVisible();
  await axe(desk);
  await office.close();
});

test('a rating can be changed', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await mended(city, phone);
  await (await city.resident(phone)).sitsAt(context);
  await page.goto(`/cases/${number}/rate`);
  await pick(page, '一般');
  await page.getByRole('button', { name: '提交' }).click();
  await arrives(page, '漏水报修');
  const rating = page.getByRole('region', { name: '评价' });
  await expect(rating).toContainText('一般');
  await expect(rating).toContainText('前可以改');
  await rating.getByRole('link', { name: '修改评价' }).click();

  await arrives(page, '办得怎么样');
  await expect(page.getByRole('radio', { name: '一般', exact: true })).toBeChecked();
  await pick(page, '非常满意');
  await page.getByRole('checkbox', { name: '来得快' }).check();
  await page.getByRole('button', { name: '修改评价' }).click();
  await arrives(page, '漏水报修');
  await expect(rating).toContainText('非常满意');
  await expect(rating).toContainText('来得快');
  await axe(page);
});
