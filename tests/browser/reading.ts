import { type Page, expect } from '@playwright/test';

/** How somebody reads: their language, and whether in large letters. */
export interface Reading {
  lang: 'zh' | 'en';
  elder?: boolean;
}

/** Chooses that at the hall's first page, where everybody finds it. */
export async function reads(page: Page, { lang, elder = false }: Reading): Promise<void> {
  await page.goto('/');
  if (elder) await page.getByRole('button', { name: '长辈版' }).click();
  if (lang === 'en') await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', lang === 'en' ? 'en' : 'zh-CN');
}

/** Nothing is wider than the page. */
export async function fits(page: Page): Promise<void> {
  const sizes = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter((node) => {
      return node.getBoundingClientRect().right > clientWidth + 1 && node.checkVisibility();
    });
    return { beyond: scrollWidth - clientWidth, wide: wide.map((node) => `${node.tagName} ${node.className}`).slice(0, 5) };
  });
  expect(sizes.beyond, `${page.url()}: ${sizes.wide.join(', ')}`).toBeLessThanOrEqual(0);
}

/** The words on the page in Chinese, but for those that say that they are. */
export async function chinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const here = node.parentElement;
      const marked = here?.closest('[lang]')?.getAttribute('lang')?.startsWith('zh');
      if (/\p{Script=Han}/u.test(node.textContent ?? '') && !marked && here?.checkVisibility()) found.push(node.textContent ?? '');
    }
    return found;
  });
}
