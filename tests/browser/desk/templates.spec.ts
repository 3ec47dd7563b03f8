import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { chinese, fits } from '../reading.ts';
import { begin, open } from './steps.ts';

test('a supervisor writes a template, and a clerk sends it in the language of the resident', async ({
  page,
  context,
  browser,
  city,
  server,
}) => {
  await (await city.staff('supervisor')).sitsAt(context);
  await page.goto('/desk/cases');
  await page.getByRole('link', { name: '答复模板' }).click();
  const list = page.getByRole('navigation', { name: '答复模板' });
  await expect(list.getByRole('listitem')).toHaveCount(12);
  await axe(page);

  await list.getByRole('link', { name: '新写一条' }).click();
  await page.getByRole('combobox', { name: '服务' }).selectOption({ label: '漏水报修' });
  await page.getByRole('combobox', { name: '用在' }).selectOption({ label: '给居民留言' });
  await page.getByRole('textbox', { name: '中文名称' }).fill('请关总阀');
  await page.getByRole('textbox', { name: '英文名称' }).fill('Shut the valve');
  const chineseWords = page.getByRole('textbox', { name: '中文内容' });
  await chineseWords.fill('请先关总阀,有事拨{phone}');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(chineseWords).toHaveAccessibleDescription(/没有“\{phone\}”这个空,可以用的有 .*\{hotline\}/);
  await axe(page);
  await chineseWords.fill('请先关总阀,单号');
  await page.getByRole('group', { name: '可以填的空' }).first().getByRole('button', { name: '{number}' }).click();
  await expect(chineseWords).toHaveValue('请先关总阀,单号{number}');
  await page.getByRole('textbox', { name: '英文内容' }).fill('Please shut the main valve. Number {number}, hotline {hotline}');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(13);
  await expect(list.getByRole('link', { name: /请关总阀/ })).toHaveAttribute('aria-current', 'page');

  await chineseWords.fill('写错了的一版');
  await page.getByRole('button', { name: '保存' }).click();
  const history = page.getByRole('region', { name: '修改记录' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText('邓主任');
  await axe(page);
  await history.getByRole('button', { name: '恢复第1版' }).click();
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await expect(chineseWords).toHaveValue('请先关总阀,单号{number}');

  // One resident reads English, the clerk Chinese.
  const [phone, clerk] = [freshPhone(), await city.staff('clerk')];
  const number = await clerk.fileFor({ ...leak(phone), lang: 'en' });
  const office = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await clerk.sitsAt(office);
  const desk = await office.newPage();
  await open(desk, number);
  const note = await begin(desk, '备注');
  const templates = note.getByRole('group', { name: '答复模板' });
  await expect(templates).toHaveCount(0);
  await note.getByRole('radio', { name: /居民也能看到/ }).check();
  await expect(templates.getByRole('button', { name: /^师傅在路上/ })).toBeVisible();
  await axe(desk);
  const words = note.getByRole('textbox', { name: '备注' });
  await words.fill('Hello.');
  await words.press('Alt+Digit2');
  await expect(words).toHaveValue(`Hello.\nPlease shut the main valve. Number ${number}, hotline 96968`);
  await expect(words).toBeFocused();
  await note.getByRole('button', { name: '备注' }).click();
  await expect(note).toBeHidden();
  await expect(desk.getByRole('region', { name: '经过' })).toContainText('Please shut the main valve.');
  await expect(async () => {
    const messages = await (await office.request.get('/demo/messages', { params: { phone } })).text();
    expect(messages).toContain('Please shut the main valve.');
  }).toPass({ timeout: 10_000 });

  // What is not used any more is not offered.
  await page.getByRole('button', { name: '停用' }).click();
  await expect(list.getByRole('listitem').last()).toContainText('已停用');
  const again = await begin(desk, '备注');
  await again.getByRole('radio', { name: /居民也能看到/ }).check();
  await expect(templates.getByRole('button', { name: /^师傅在路上/ })).toBeVisible();
  await expect(templates.getByRole('button', { name: /^请关总阀/ })).toHaveCount(0);
  await office.close();
});

test('templates stand where a case is sent back, rejected and finished', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone, { name: '赵六' }));
  const clerk = await city.staff('clerk');
  await clerk.act(number, { verb: 'take' });
  await clerk.sitsAt(context);
  await open(page, number);
  const finish = await begin(page, '办结');
  await finish.getByRole('button', { name: /^已修好通水/ }).click();
  const result = finish.getByRole('textbox', { name: '办理结果' });
  await expect(result).toHaveValue(/^赵六您好,漏点已修好.*96968$/);
  await axe(page);
  await page.keyboard.press('Escape');
  const reject = await begin(page, '不予办理');
  await reject.getByRole('textbox', { name: '为什么不能办' }).press('Alt+Digit1');
  await expect(reject.getByRole('textbox', { name: '为什么不能办' })).toHaveValue(/漏点在水表之后/);
  await page.keyboard.press('Escape');
  const back = await begin(page, '退回补正');
  await back.getByRole('checkbox', { name: '地址' }).check();
  await back.getByRole('button', { name: /^地址找不到/ }).click();
  await expect(back.getByRole('textbox', { name: '地址为什么要补' })).toHaveValue(/没有找到漏水点/);
  await axe(page);
  await back.getByRole('button', { name: '退回补正' }).click();
  await expect(page.getByRole('list', { name: '已请居民补正' })).toContainText('没有找到漏水点');
});

test('templates are written in English too, and by nobody else', async ({ page, context, city }) => {
  await (await city.staff('admin')).sitsAt(context);
  await page.goto('/desk/templates');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: /^Crew on the way/ }).click();
  await expect(page.getByRole('textbox', { name: 'Words in English' })).toHaveValue(/\{unit\}/);
  await axe(page);
  for (const width of [1024, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/desk/templates/nothing');
  await expect(page.getByText('There is no such template')).toBeVisible();
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto('/desk/templates');
  await expect(page.getByText('Supervisors and administrators write the templates')).toBeVisible();
  expect(await chinese(page)).toEqual(['陈晓敏']);
  await axe(page);
});
