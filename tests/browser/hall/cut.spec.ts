import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { back, expect, kept, test } from '../offline.ts';
import { jpeg } from '../pictures.ts';
import type { Wire } from '../wire.ts';
import { arrives, filed, next, pick, town, type } from './steps.ts';

const ATTACHMENTS = 'POST /api/v1/attachments ';
const CASES = 'POST /api/v1/cases ';

/** A leak, page by page. */
function steps(phone: string): { page: string; fill: (page: Page) => Promise<void> }[] {
  return [
    {
      page: '哪里漏、多严重',
      fill: async (page) => {
        await pick(page, '一直在流');
        await pick(page, '水表前、路上');
      },
    },
    {
      page: '在哪里',
      fill: async (page) => {
        await town(page, '南城');
        await type(page, '地址', '鸿福路8号');
      },
    },
    {
      page: '现场照片',
      fill: async (page) => page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480)),
    },
    { page: '联系方式', fill: (page) => type(page, '手机号', phone) },
  ];
}

/** Goes through the pages, doing something before one of them. */
async function fill(page: Page, at: string, act: () => Promise<void> | void): Promise<void> {
  const all = steps(freshPhone());
  await page.goto('/file/LEAK/what');
  await kept(page);
  for (const [index, step] of all.entries()) {
    if (step.page === at) await act();
    await step.fill(page);
    await next(page, all[index + 1]?.page ?? '核对');
  }
  if (at === '核对') await act();
}

/** Sends it, or wants it sent once its photo is there; then the network comes back. */
async function sendAndMend(page: Page, wire: Wire): Promise<void> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await back(page, wire);
  await filed(page);
}

/** All that was filed at this browser, each with how many photos it has. */
async function photos(page: Page): Promise<number[]> {
  const lines = (await (await page.request.get('/api/v1/cases')).json()) as { number: string }[];
  const cases = await Promise.all(lines.map(async ({ number }) => (await page.request.get(`/api/v1/cases/${number}`)).json()));
  return (cases as { materials: { photos: string[] }[] }[]).map(({ materials }) =>
    materials.reduce((sum, { photos }) => sum + photos.length, 0),
  );
}

for (const at of ['哪里漏、多严重', '在哪里', '现场照片', '联系方式', '核对']) {
  test(`cut on the page ${at}, a filing goes on and is one case`, async ({ page, wire }) => {
    await fill(page, at, () => wire.cut());
    await sendAndMend(page, wire);
    expect(await photos(page)).toEqual([1]);
  });
}

for (const when of ['asked', 'answered'] as const) {
  test(`cut while a photo is ${when === 'asked' ? 'on its way' : 'being answered'}, it is there once`, async ({ page, wire }) => {
    let broken: Promise<void> | undefined;
    await fill(page, '现场照片', () => {
      broken = wire.breaksAt(ATTACHMENTS, when);
    });
    await broken;
    await sendAndMend(page, wire);
    expect(await photos(page)).toEqual([1]);
  });

  test(`cut ${when === 'asked' ? 'while it is sent' : 'between send and answer'}, it is one case`, async ({ page, wire }) => {
    await fill(page, '核对', () => {});
    const broken = wire.breaksAt(CASES, when);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await broken;
    await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();
    // The page may be opened anew meanwhile, without a network.
    await page.reload();
    await arrives(page, '核对一下,就可以提交');
    await back(page, wire);
    await filed(page);
    expect(await photos(page)).toEqual([1]);
  });
}
