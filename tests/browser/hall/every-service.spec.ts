import { type Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { jpeg } from '../pictures.ts';
import { fits } from '../reading.ts';
import { type Answers, type Service, answer, asked, breaks, right, services, steering } from '../services.ts';
import { arrives, filed, next } from './steps.ts';

/** The codes that lead elsewhere than to a form. */
const ELSEWHERE = ['BILL', 'RATE', 'OUT'];

/** The answers that make a service ask for all that it asks for: each choice on which something hangs, each way. */
function ways(service: Service): Answers[] {
  const choices = steering(service).map(({ key, kind, choices = [] }) => {
    const codes = choices.map(({ code }) => code);
    return { key, codes: kind === 'several' ? [codes.join(',')] : codes.filter((code) => hangs(service, key, code)) };
  });
  // The first way takes the last of each, the second the one before: between them all conditions hold.
  const most = Math.max(1, ...choices.map(({ codes }) => codes.length));
  return Array.from({ length: most }, (_, way) =>
    Object.fromEntries(choices.map(({ key, codes }) => [key, codes.at(-1 - (way % codes.length)) ?? ''])),
  );
}

/** Whether it is the first code for which just this is asked: DN80 and DN100 ask for the same drawings. */
function hangs({ pages, materials }: Service, key: string, code: string): boolean {
  const conditions = [...pages.flatMap((page) => page.fields), ...materials].flatMap(({ when }) => (when?.field === key ? [when] : []));
  return conditions.some(({ codes }) => codes[0] === code);
}

/** Fills in a service as a stranger would who knows it from the catalogue alone, up to the page where all is checked. */
async function fills(page: Page, service: Service, chosen: Answers, phone: string, mistakes: boolean): Promise<Answers> {
  const answers: Answers = {};
  const photo = await jpeg(page, 'paper.jpg', 64, 48);
  for (const [at, subject] of service.pages.entries()) {
    await arrives(page, subject.title.zh);
    for (const field of subject.fields) {
      if (!asked(field, answers)) continue;
      if (mistakes) await breaks(page, field, answers);
      const given = chosen[field.key] ?? right(field, answers, phone);
      await answer(page, page, field, given);
      answers[field.key] = given;
    }
    await expect(page.locator('[aria-invalid=true]'), service.code).toHaveCount(0);
    for (const material of service.materials.filter(({ key }) => subject.materials.includes(key))) {
      const here = page.getByRole('region', { name: material.title.zh, exact: true });
      if (!asked(material, answers)) {
        await expect(here, material.key).toHaveCount(0);
      } else if (material.least > 0) {
        if (mistakes) {
          await page.getByRole('button', { name: /^下一步/ }).click();
          await expect(here).toContainText('请至少拍1张照片');
        }
        await here.getByLabel('拍照或选照片').setInputFiles(photo);
        await expect(page.getByRole('img', { name: `${material.title.zh}:照片` })).toBeVisible();
      }
    }
    if (mistakes) {
      await axe(page);
      await fits(page);
    }
    await next(page, service.pages[at + 1]?.title.zh ?? '核对');
  }
  return answers;
}

test('every service is filed from what the catalogue tells of it', async ({ page, context, city, request }) => {
  test.setTimeout(300_000);
  const all = await services(request);
  expect(all.filter(({ available }) => !available).map(({ code }) => code)).toEqual(ELSEWHERE);
  const phone = freshPhone();
  await (await city.resident(phone)).sitsAt(context);
  const clerk = await city.staff('clerk');
  for (const service of all.filter(({ available }) => available)) {
    await test.step(`${service.code} ${service.title.zh}`, async () => {
      for (const [way, chosen] of ways(service).entries()) {
        await page.goto(`/services/${service.code}`);
        await page.getByRole('link', { name: '开始办理' }).click();
        // What is wrong is told the same way however the choices fall.
        const answers = await fills(page, service, chosen, phone, way === 0);
        await page.getByRole('button', { name: '提交', exact: true }).click();
        const filing = await clerk.case(await filed(page));
        expect(filing.service).toBe(service.code);
        const given = Object.keys(answers).filter((key) => answers[key]);
        expect(Object.keys(filing.answers).sort(), service.code).toEqual(given.sort());
      }
    });
  }
});

test('what leads elsewhere leads there', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  await resident.sitsAt(context);
  await page.goto('/services/RATE');
  await expect(page.getByText('现在没有要评价的')).toBeVisible();
  await axe(page);
  const answers = { category: 'idea', words: '能不能在小区多办几场活动', phone };
  const number = await resident.file({ service: 'COMP', answers, materials: [] });
  const clerk = await city.staff('clerk');
  await clerk.act(number, { verb: 'take' });
  await clerk.act(number, { verb: 'finish', result: '已经安排' });
  await page.reload();
  const waiting = page.getByRole('region', { name: '办好了,等您评价' });
  await expect(waiting.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await axe(page);

  await page.goto('/services/OUT');
  const towns = page.getByRole('main').getByRole('region');
  await expect(towns.first()).toBeVisible();
  await expect(towns.first().getByText(/停水/).first()).toBeVisible();
  await axe(page);
  await page.route('**/api/v1/outages', (route) => route.fulfill({ json: [] }));
  await page.reload();
  await expect(page.getByText('现在没有停水通知')).toBeVisible();
  await axe(page);
});
