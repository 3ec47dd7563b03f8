import { axe, expect, test } from '../fixtures.ts';

test('staff sign in, and a wrong password is told beside it', async ({ page }) => {
  await page.goto('/desk/cases?due=late');
  await expect(page.getByRole('heading', { level: 1, name: '水厅工作台' })).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/sign-in\?next=/);
  const [name, password] = [page.getByRole('textbox', { name: '用户名' }), page.getByLabel('密码')];
  await expect(name).toBeFocused();
  await axe(page);

  const signIn = page.getByRole('button', { name: '登录' });
  await signIn.click();
  await expect(name).toHaveAccessibleDescription('请填用户名');
  await name.fill('clerk');
  await password.fill('nothing of the kind');
  await signIn.click();
  await expect(password).toHaveAccessibleDescription(/用户名或密码不对/);
  await expect(password).toBeFocused();
  await axe(page);

  await password.fill('shuiting-demo');
  await password.press('Enter');
  await expect(page.getByText('陈晓敏')).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/cases\?due=late$/);
  await expect(page.getByRole('heading', { level: 1, name: '办件' })).toBeVisible();
  await axe(page);

  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(signIn).toBeVisible();
  await page.goto('/desk/cases');
  await expect(signIn).toBeVisible();
});

test('residents are not let in at the desk', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  const answer = await page.request.get('/api/v1/desk/cases', { headers: { 'Shuiting-Side': 'hall' } });
  expect([401, 403]).toContain(answer.status());
});
