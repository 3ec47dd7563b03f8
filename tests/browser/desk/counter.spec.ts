import { type Locator, type Page } from '@playwright/test';
import { codeSent, freshPhone } from '../city.ts';
import { pixels, readCode } from '../codes.ts';
import { ID_NUMBERS } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { town as picksTown } from '../hall/steps.ts';
import { paperAt, pictureOf, textOf } from '../papers.ts';
import { chinese, fits } from '../reading.ts';
import { type Answers, answer, asked, right, services } from '../services.ts';

const NUMBER = /[0-9A-Z]{3}-[0-9A-Z]{4}/;
/** A5 at 150 dots an inch. */
const A5 = { width: 874, height: 1240 };

/** Opens the form of a service. */
async function opens(page: Page, service: string, title: string): Promise<Locator> {
  await page.goto('/desk/file');
  await page.getByRole('link', { name: new RegExp(`^${service}`) }).click();
  const form = page.getByRole('form', { name: title });
  await expect(form).toBeVisible();
  return form;
}

/** Takes a photo of a paper with the document camera. */
async function takes(page: Page, paper: string, pages = 1): Promise<void> {
  await page.getByRole('button', { name: `用高拍仪拍 ${paper}` }).click();
  const camera = page.getByRole('dialog', { name: `用高拍仪拍 · ${paper}` });
  const snap = camera.getByRole('button', { name: '拍下' });
  await expect(snap).toBeFocused();
  await expect(snap).toHaveAttribute('aria-disabled', 'false');
  for (let page = 1; page <= pages; page += 1) {
    await snap.press('Enter');
    await expect(camera.getByRole('status')).toContainText(`已有${page}张`);
  }
  await camera.press('Escape');
  await expect(camera).toBeHidden();
}

test('a clerk files at the counter with the document camera, and the resident finds it', async ({
  page,
  context,
  browser,
  city,
  server,
}) => {
  const phone = freshPhone();
  await (await city.staff('clerk')).sitsAt(context);
  const form = await opens(page, '用水报装', '代居民办:用水报装');
  await expect(form.getByRole('radio', { name: '个人' })).toBeFocused();
  await axe(page);

  // The keyboard alone leads from field to field, and what is wrong stands beside the field once it is left.
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('李秀英');
  await page.keyboard.press('Tab');
  await page.keyboard.type('110105194912310021');
  await page.keyboard.press('Tab');
  const idNumber = form.getByRole('textbox', { name: '身份证号' });
  await expect(idNumber).toHaveAccessibleDescription(/身份证号有一位不对/);
  await idNumber.fill(ID_NUMBERS[0]);
  await form.getByRole('textbox', { name: '手机号' }).fill(phone);
  await page.keyboard.press('Control+Enter');
  const town = form.getByRole('combobox', { name: '镇街' });
  await expect(town).toBeFocused();
  await expect(town).toHaveAccessibleDescription(/这一项还没有填/);
  await expect(form.getByText('请至少拍1张照片').first()).toBeVisible();
  await axe(page);
  await picksTown(page, '南城');
  await form.getByRole('textbox', { name: '地址' }).fill('体育路8号3栋501');
  await form.getByRole('radio', { name: '不动产权证或房产证' }).check();
  await form.getByRole('radio', { name: '居民生活' }).check();
  await form.getByRole('radio', { name: 'DN15(一般家庭)' }).check();
  await form.getByRole('textbox', { name: '用水户数' }).fill('1');

  await takes(page, '身份证', 2);
  await page.getByRole('button', { name: '用高拍仪拍 房屋证明' }).click();
  const camera = page.getByRole('dialog', { name: '用高拍仪拍 · 房屋证明' });
  await expect(camera.getByRole('combobox', { name: '摄像头' }).getByRole('option')).not.toHaveCount(0);
  await camera.getByRole('button', { name: /^旋转/ }).click();
  await axe(page);
  await camera.getByRole('button', { name: '拍下' }).click();
  await expect(camera.getByRole('status')).toContainText('已有1张');
  await camera.getByRole('button', { name: '关闭' }).click();

  // What is typed outlives the page being left.
  await page.getByRole('link', { name: '办件', exact: true }).click();
  await page.getByRole('link', { name: '代居民办' }).click();
  await page.getByRole('link', { name: /^用水报装/ }).click();
  await expect(form.getByRole('textbox', { name: '手机号' })).toHaveValue(phone);
  await expect(form.getByRole('img', { name: '身份证:照片' })).toHaveCount(2);
  await expect(form.getByRole('status').filter({ hasText: '在上传' })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');

  const heading = page.getByRole('heading', { level: 1, name: /^已经收到/ });
  await expect(heading).toBeFocused();
  const number = NUMBER.exec((await heading.textContent()) ?? '')?.[0] ?? '';
  await axe(page);

  // The slip opens by its key.
  const [asked] = await Promise.all([
    context.waitForEvent('request', (request) => request.url().includes('/print/')),
    page.keyboard.press('p'),
  ]);
  const slip = textOf(await paperAt(context.request, asked.url()));
  for (const said of ['受理回执', number, '李**', '身份证2张、房屋证明1张']) expect(slip).toContain(said);

  const home = await browser.newContext({ baseURL: server.url, viewport: { width: 390, height: 844 } });
  const hall = await home.newPage();
  await hall.goto('/sign-in');
  await hall.getByRole('textbox', { name: '手机号' }).fill(phone);
  await hall.getByRole('button', { name: '获取验证码' }).click();
  await hall.getByRole('textbox', { name: '验证码' }).fill(await codeSent(home.request, phone));
  await hall.getByRole('button', { name: '登录', exact: true }).click();
  await expect(hall).not.toHaveURL(/sign-in/);
  await hall.goto(`/cases/${number}`);
  await expect(hall.getByText('提交申请(窗口)')).toBeVisible();
  await expect(hall.getByText('工作人员 · 窗口人员代您提交')).toBeVisible();
  await axe(hall);
  const told = (await (await home.request.get('/demo/messages', { params: { phone } })).json()) as { text: string }[];
  expect(told.some(({ text }) => text.includes(number))).toBe(true);
  await home.close();

  await page.getByRole('link', { name: '打开办件' }).click();
  const timeline = page.getByRole('region', { name: '经过' });
  await expect(timeline.getByText('陈晓敏 · 窗口人员 代办')).toBeVisible();
  await axe(page);
});

test('any service is filed at the counter, and stands at the desk', async ({ page, context, city, request }) => {
  const phone = freshPhone();
  await (await city.staff('clerk')).sitsAt(context);
  const all = await services(request);
  for (const code of ['SUSP', 'INFO', 'COMP']) {
    const service = all.find((service) => service.code === code);
    if (!service) throw new Error(`no service ${code}`);
    const form = await opens(page, service.title.zh, `代居民办:${service.title.zh}`);
    const answers: Answers = {};
    for (const field of service.pages.flatMap(({ fields }) => fields)) {
      if (!asked(field, answers)) continue;
      const given = right(field, answers, phone);
      await answer(page, form, field, given);
      answers[field.key] = given;
    }
    for (const { title } of service.materials.filter((material) => asked(material, answers))) await takes(page, title.zh);
    await expect(form.getByRole('status').filter({ hasText: '在上传' })).toHaveCount(0);
    await axe(page);
    await page.keyboard.press('Control+Enter');
    const heading = page.getByRole('heading', { level: 1, name: /^已经收到/ });
    await expect(heading).toBeFocused();
    await page.getByRole('link', { name: '打开办件' }).click();
    await expect(page.getByRole('main').getByText('鸿福路100号3栋501').first()).toBeVisible();
    await axe(page);
  }
});

test('the slip is one sheet of A5 whose code leads to the case in the hall', async ({ page, context, city, server }) => {
  const phone = freshPhone();
  const clerk = await city.staff('clerk');
  const number = await clerk.fileFor({
    service: 'LEAK',
    answers: { severity: 'flow', side: 'before', town: 'nancheng', address: '鸿福路100号', phone, name: '赵六' },
    materials: [],
  });
  await clerk.sitsAt(context);
  await page.goto(`/desk/cases/${number}`);
  const link = page.getByRole('link', { name: /^打印回执/ });
  await expect(link).toHaveAttribute('target', '_blank');
  const pdf = await paperAt(context.request, (await link.getAttribute('href')) ?? '');
  const text = textOf(pdf);
  for (const said of [number, '东莞水务集团', '漏水报修', '赵*', '96968', '陈晓敏']) expect(text).toContain(said);
  expect(text).not.toContain('赵六');
  const { data, width, height } = await pixels(page, pictureOf(pdf));
  expect(Math.abs(width - A5.width)).toBeLessThanOrEqual(2);
  expect(Math.abs(height - A5.height)).toBeLessThanOrEqual(2);
  expect(readCode(data, width, height)?.data).toBe(`${server.url}/cases/${number}`);
});

test('filing for residents speaks English, wide and narrow', async ({ page, context, city }) => {
  await (await city.staff('agent')).sitsAt(context);
  await page.goto('/desk/file');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What to file for the resident' })).toBeVisible();
  // A name stays what it is.
  expect(await chinese(page)).toEqual(['叶婷']);
  await axe(page);
  await page.getByRole('link', { name: /^Transfer of account/ }).click();
  await expect(page.getByRole('form', { name: 'For a resident: Transfer of account' })).toBeVisible();
  await page.getByRole('button', { name: /^File it/ }).click();
  await axe(page);
  for (const width of [1024, 768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await (await city.staff('crew')).sitsAt(context);
  await page.goto('/desk/file/LEAK');
  await expect(page.getByText('Counter clerks, hotline agents and supervisors file for residents')).toBeVisible();
  await expect(page.getByRole('link', { name: 'File for a resident' })).toHaveCount(0);
});
