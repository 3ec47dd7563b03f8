import { AxeBuilder } from '@axe-core/playwright';
import { type Case, type City, freshPhone } from '../city.ts';
import { type Page, axe, expect } from '../fixtures.ts';
import { leak } from '../filings.ts';

/** Where the burst of the tests is. */
export const POINT = { latitude: 23.02012, longitude: 113.75034 };

/** A burst in Nancheng, which goes to its branch by itself; gives its number. */
export async function burst(city: City, address = '鸿福路100号'): Promise<string> {
  const phone = freshPhone();
  const place = { address, point: `${POINT.latitude},${POINT.longitude}` };
  return (await city.resident(phone)).file(leak(phone, { ...place, severity: 'flood', words: '路口冒水,淹到店里了' }));
}

/** The page of an order, as a crew opens it from the list. */
export async function opens(page: Page, number: string): Promise<void> {
  await page.goto('/crew');
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeFocused();
}

/** What happened, by its names. */
export function names(timeline: Case['timeline']): string[] {
  return timeline.map(({ event }) => event.event);
}

/** A button of the order. */
export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

/** What waits to be sent, step by step. */
export function waiting(page: Page) {
  return page.getByRole('heading', { level: 2, name: '等发送' }).locator('xpath=..').getByRole('listitem');
}

/** Holds the page to WCAG 2.2 AA, and to a contrast of 7:1, which can be read in the sun. */
export async function clear(page: Page): Promise<void> {
  await axe(page);
  const builder = new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast-enhanced']);
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ nodes }) => nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`));
  expect(found).toEqual([]);
}

/** Whatever can be pressed is large enough for a thumb in a glove. */
export async function large(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const pressed = [...document.querySelectorAll('main :is(button, a, summary, select, textarea, .tile-label)')];
    const sizes = pressed.filter((node) => node.checkVisibility()).map((node) => [node, node.getBoundingClientRect()] as const);
    const few = sizes.filter(([, { width, height }]) => width < 60 || height < 60);
    return few.map(([node, { width, height }]) => `${node.textContent} ${width}x${height}`);
  });
  expect(small).toEqual([]);
}
