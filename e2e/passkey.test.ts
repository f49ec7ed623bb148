import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { type Browsers, desktop, launchBrowsers, phone, type Visitor } from './street/chromium.ts';
import { realStaff } from './street/messages.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
let visitor: Visitor;
let device: { readonly session: CDPSession; readonly authenticatorId: string };
beforeAll(async () => {
  const [started, launched] = await Promise.all([startStreetServer(), launchBrowsers()]);
  // A passkey belongs to a name, never to a bare address.
  street = { ...started, address: started.address.replace('127.0.0.1', 'localhost') };
  browsers = launched;
  visitor = await browsers.open(street);
  device = await plugIn(visitor);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});

/** A device with a fingerprint reader, as the browser's own protocol simulates one. */
async function plugIn({ context, page }: Visitor): Promise<typeof device> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

async function enterPassword(page: Page): Promise<void> {
  await page.goto('/staff/sign-in');
  await page.getByLabel('账号').fill(realStaff.loginName);
  await page.getByLabel('密码', { exact: true }).fill(realStaff.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
async function addKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '加一把通行密钥' }).click();
  await page.getByLabel('给它起个名字').fill(name);
  await page.getByLabel('现在的密码').fill(realStaff.password);
  await page.getByRole('button', { name: '在这台设备上验证并加上' }).click();
}
const inbox = (page: Page) => page.getByRole('heading', { name: '待办' }).first();

describe('a passkey in the browser', () => {
  it('is added after a first sign-in, and opens the next one without a password', async () => {
    const { page } = visitor;
    await enterPassword(page);
    await page.waitForURL('**/staff/enrol');
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      await page.getByRole('button', { name: '加一把通行密钥' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
    }
    await addKey(page, '办公室电脑');
    await inbox(page).waitFor();
    await visitor.context.clearCookies();
    await page.goto('/staff/sign-in');
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await inbox(page).waitFor();
  });

  it('is the only way in while it is the only second factor', async () => {
    const { page } = visitor;
    await visitor.context.clearCookies();
    await enterPassword(page);
    await page.getByText('这个账号用通行密钥登录，密码不够。').waitFor();
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await inbox(page).waitFor();
  });

  it('cannot be taken away as the last second factor; the reason is said', async () => {
    const { page } = visitor;
    await page.goto('/staff/me');
    await page.getByRole('button', { name: '去掉通行密钥“办公室电脑”' }).click();
    await page.getByRole('alert').filter({ hasText: '最后一种第二验证' }).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: '办公室电脑' }).count()).toBe(1);
  });

  it.each([
    ['360 px', phone],
    ['1440 px', desktop],
  ])('the page of one’s own account is readable by everybody at %s', async (_, size) => {
    const { page } = visitor;
    await page.setViewportSize(size);
    await page.goto('/staff/me');
    await page.getByRole('button', { name: '加一把通行密钥' }).click();
    await page.getByRole('button', { name: '改密码' }).click();
    await page.getByText('账号最近发生了什么').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
  });

  it('that the person does not confirm changes nothing, and says so', async () => {
    const { page, context } = visitor;
    await context.clearCookies();
    const { session, authenticatorId } = device;
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.goto('/staff/sign-in');
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.getByRole('alert').filter({ hasText: '设备没有完成验证' }).waitFor();
  });
});
