import { axe, expect, test } from '../fixtures.ts';

test('a supervisor writes an article, brings an older version back, and residents find it', async ({ page, context, city }) => {
  await (await city.staff('supervisor')).sitsAt(context);
  await page.goto('/desk/cases');
  await page.getByRole('link', { name: '知识库' }).click();
  const list = page.getByRole('navigation', { name: '知识库' });
  await expect(list.getByRole('listitem')).toHaveCount(60);
  await list.getByRole('link', { name: '新写一篇' }).click();
  await axe(page);

  await page.getByRole('textbox', { name: '中文问题' }).fill('营业厅几点开门');
  await page.getByRole('textbox', { name: '英文问题' }).fill('When are the counters open');
  await page.getByRole('textbox', { name: '中文答案' }).fill('周一到周五9点到17点。');
  await page.getByRole('button', { name: '保存' }).click();
  const answer = page.getByRole('textbox', { name: '英文答案' });
  await expect(answer).toHaveAccessibleDescription(/这一项还没有填/);
  await answer.fill('Monday to Friday, 9 to 17.');
  await page.getByRole('textbox', { name: '大家还会怎么问' }).fill('开门时间, 窗口');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(61);

  const chineseAnswer = page.getByRole('textbox', { name: '中文答案' });
  await chineseAnswer.fill('写错了');
  await page.getByRole('button', { name: '保存' }).click();
  const history = page.getByRole('region', { name: '修改记录' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText('邓主任');
  await axe(page);
  await history.getByRole('button', { name: '恢复第1版' }).click();
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await expect(chineseAnswer).toHaveValue('周一到周五9点到17点。');

  const found = (await (await page.request.get('/api/v1/articles', { params: { q: 'kaimen' } })).json()) as { question: { zh: string } }[];
  expect(found[0]?.question.zh).toBe('营业厅几点开门');
  await page.getByRole('button', { name: '不再显示' }).click();
  await expect(list.getByRole('listitem').last()).toContainText('不显示');
});
