import { type Page, expect } from '@playwright/test';
import { type City, type Person, freshPhone } from '../city.ts';
import { meterMove } from '../filings.ts';

export const NUMBER = /[0-9A-Z]{3}-[0-9A-Z]{4}/;

/** The page has this heading, whose progress (`2/5`) does not matter. */
export async function arrives(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^(\\d/\\d )?${title}$`) })).toBeVisible();
}

/** From a page of a form to the next. */
export async function next(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `下一步:${title}` }).click();
  await arrives(page, title === '核对' ? '核对一下,就可以提交' : title);
}

export async function pick(page: Page, choice: string): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check();
}

export async function type(page: Page, field: string | RegExp, answer: string): Promise<void> {
  const input = page.getByRole('textbox', typeof field === 'string' ? { name: field, exact: true } : { name: field });
  await input.fill(answer);
  await input.blur();
}

/** Finds a town by typing, and picks it. */
export async function town(page: Page, name: string): Promise<void> {
  const town = page.getByRole('combobox', { name: '镇街' });
  await town.fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await expect(town).toHaveValue(name);
}

/** Sends what is checked, and gives the number. */
export async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  return filed(page);
}

/** The number of what was filed just now. */
export async function filed(page: Page): Promise<string> {
  await arrives(page, '已经收到');
  const number = await page.getByText(NUMBER).first().textContent();
  return NUMBER.exec(number ?? '')?.[0] ?? '';
}

/** A leak up to the page that is checked before it is sent. */
export async function leakToCheck(page: Page, phone: string, address = '鸿福路100号', url = ''): Promise<void> {
  await page.goto(`${url}/file/LEAK/what`);
  await pick(page, '一直在流');
  await pick(page, '水表前、路上');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', address);
  await next(page, '现场照片');
  await next(page, '联系方式');
  await type(page, '手机号', phone);
  await next(page, '核对');
}

/** A meter that is to be moved, for which a price of 1200 yuan was named. */
export async function quoted(city: City): Promise<{ number: string; resident: Person; clerk: Person }> {
  const phone = freshPhone();
  const [resident, clerk, crew] = await Promise.all([city.resident(phone), city.staff('clerk'), city.staff('crew')]);
  const number = await resident.file(meterMove(phone));
  await clerk.passOn(number);
  await crew.act(number, { verb: 'advance', words: '可以移,要加三米管' });
  await clerk.act(number, { verb: 'quote', amount: 120_000, words: '管材三米和人工' });
  return { number, resident, clerk };
}
