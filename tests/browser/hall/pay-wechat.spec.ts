import { type Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { type Holder, holder } from '../holders.ts';
import { fits } from '../reading.ts';
import { arrives } from './steps.ts';

const INSIDE =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47';

/** Orders what somebody owes, and opens the page on which WeChat is paid; gives the order's number. */
async function opens(page: Page, { number }: Holder): Promise<string> {
  await page.goto(`/water/${number}/pay`);
  await page.getByRole('button', { name: /^支付\d/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '演示支付' })).toBeVisible();
  const order = page.url().split('/').pop() ?? '';
  await page.goto(`/wechat/pay/${order}`);
  await arrives(page, '微信支付');
  return order;
}

test('outside WeChat a code leads there, and the page goes on once it is paid', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  const order = await opens(page, holder(25));
  const code = page.getByRole('img', { name: '这笔缴费的二维码' });
  await expect(code).toBeVisible();
  await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByText(/^[\d.,]+元$/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '用微信支付' })).toHaveCount(0);
  await fits(page);
  await axe(page);

  const bank = await context.newPage();
  await bank.goto(`/demo/pay/${order}`);
  await bank.getByRole('button', { name: '支付' }).click();
  await arrives(bank, '缴费结果');
  await bank.close();
  await expect(page.getByText('钱已收到,下面这些都缴清了')).toBeVisible({ timeout: 15_000 });
  await expect(page).toHaveURL(`/pay/${order}`);
  await page.goto(`/wechat/pay/${order}`);
  await expect(page).toHaveURL(`/pay/${order}`);
});

test.describe('on a page inside WeChat', () => {
  test.use({ userAgent: INSIDE });

  test('its own means ask for the money, and whatever comes of it is told', async ({ page, context, city }) => {
    await (await city.resident()).sitsAt(context);
    const answers = ['get_brand_wcpay_request:cancel', 'get_brand_wcpay_request:fail', 'get_brand_wcpay_request:ok'];
    await page.exposeFunction('asksForMoney', (name: string, request: object) => {
      expect(name).toBe('getBrandWCPayRequest');
      expect(request).toMatchObject({ package: 'prepay_id=wx1', signType: 'RSA' });
      return answers.shift();
    });
    await page.addInitScript(() => {
      const asks = (window as unknown as { asksForMoney: (name: string, request: object) => Promise<string> }).asksForMoney;
      Object.assign(window, {
        WeixinJSBridge: {
          invoke: async (name: string, request: object, back: (answer: object) => void) =>
            back({ err_msg: await asks(name, request) }),
        },
      });
    });
    // The demo's bank is not WeChat Pay, so what that signs is played here.
    const signed = {
      appId: 'wx1',
      timeStamp: '1795000000',
      nonceStr: 'n',
      package: 'prepay_id=wx1',
      signType: 'RSA',
      paySign: 's',
    };
    const unknown = {
      type: '/problems#pay_in_wechat',
      title: '要在微信里登录后支付',
      status: 409,
      detail: '请在微信里打开这笔缴费并登录',
      code: 'pay_in_wechat',
    };
    let known = false;
    await page.route('**/api/v1/pay/orders/*/wechat', (route) =>
      known
        ? route.fulfill({ json: signed })
        : route.fulfill({ status: 409, contentType: 'application/problem+json', json: unknown }),
    );
    const order = await opens(page, holder(32));
    await fits(page);
    const pays = page.getByRole('button', { name: '用微信支付' });
    await pays.click();
    await expect(page.getByRole('alert')).toContainText('请在微信里打开这笔缴费并登录');
    await axe(page);

    known = true;
    await pays.click();
    await expect(page.getByText('没有付,也没有扣钱')).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: '登录' })).toHaveCount(0);
    await pays.click();
    await expect(page.getByText('请再按一次')).toBeVisible();
    await axe(page);
    await pays.click();
    await expect(page).toHaveURL(`/pay/${order}`);
    await expect(page.getByText('等待支付')).toBeVisible();
  });
});
