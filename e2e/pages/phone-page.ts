import type { Locator, Page } from 'playwright-core';

/** The phone app, as a grid worker holds it. */
export class PhonePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The first time on a phone: a PIN, and the day is fetched. */
  async setUp(pin: string): Promise<void> {
    await this.page.goto('/grid');
    await this.page.getByLabel('6 位数字').fill(pin);
    await this.page.getByLabel('再输一遍').fill(pin);
    await this.page.getByRole('button', { name: '设好，取今天的活' }).click();
    await this.today.waitFor();
  }

  get today(): Locator {
    return this.page.getByRole('heading', { level: 1, name: /^今天/ });
  }

  /** Resolves when the app's files are kept, so that it opens without a network from now on. */
  async waitUntilKept(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  async tryPin(pin: string): Promise<void> {
    await this.page.getByLabel('6 位数字').fill(pin);
  }

  async unlock(pin: string): Promise<void> {
    await this.page.goto('/grid');
    await this.tryPin(pin);
    await this.today.waitFor();
  }

  async go(door: '今天' | '住户' | '民情日志' | '待交'): Promise<void> {
    const doors = this.page.getByRole('navigation', { name: '去哪一页' });
    await doors.getByRole('link', { name: door }).click();
  }

  async openHome(words: string): Promise<void> {
    await this.go('住户');
    await this.page.getByLabel('找一户').fill(words);
    await this.page.locator('.grid-homes').getByRole('link').first().click();
  }

  /** Somebody was met at the door that is open. */
  async visit(needs: string): Promise<void> {
    await this.page.getByRole('button', { name: '入户走访' }).click();
    await this.page.getByLabel('见到了').check();
    await this.page.getByLabel('需要什么帮助').fill(needs);
    await this.page.getByRole('button', { name: '记下来' }).click();
    await this.page.getByText('记下了').waitFor();
  }

  /** A matter out of what was just written down. */
  async raiseFromHere(title: string, answers: { readonly photo?: Buffer; readonly phone?: string } = {}) {
    await this.page.getByRole('link', { name: '从这里上报一件事' }).click();
    const form = this.page.getByRole('form');
    await form.getByLabel('一句话说清是什么事').fill(title);
    if (answers.phone !== undefined) await form.getByLabel('联系电话').fill(answers.phone);
    if (answers.photo !== undefined) {
      const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: answers.photo };
      await form.locator('input[type=file]').setInputFiles(file);
      await form.getByRole('img', { name: '第 1 张照片' }).waitFor();
    }
    await form.getByRole('button', { name: '上报', exact: true }).click();
    await this.page.getByText('已经存下').waitFor();
  }

  async sync(): Promise<void> {
    await this.page.getByRole('button', { name: '同步', exact: true }).click();
  }

  /** Waits until the office has taken everything in. */
  async waitUntilSynced(): Promise<void> {
    await this.go('待交');
    // Some browsers do not tell that the network is back: then the phone tries again by itself.
    await this.page.getByText('都交上了').waitFor({ timeout: 60_000 });
  }

  /** Everything that this browser keeps for the app, as text that can be searched: sealed or not. */
  async everythingKept(): Promise<string> {
    return this.page.evaluate(async () => {
      const wish = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const textsOf = (value: unknown): string[] => {
        if (typeof value === 'string') return [value];
        if (value instanceof ArrayBuffer) return [new TextDecoder().decode(value)];
        if (ArrayBuffer.isView(value)) return textsOf(value.buffer);
        return Object.entries(value ?? {}).flatMap(([name, each]) => [name, ...textsOf(each)]);
      };
      const textsIn = async (name: string): Promise<string[]> => {
        const database = await wish(indexedDB.open(name));
        const texts: string[] = [];
        for (const store of database.objectStoreNames) {
          const objects = database.transaction(store).objectStore(store);
          texts.push(...textsOf(await wish(objects.getAll())), ...textsOf(await wish(objects.getAllKeys())));
        }
        database.close();
        return texts;
      };
      const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      for (const { name } of await indexedDB.databases()) found.push(...(await textsIn(name ?? '')));
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.push(url);
      return found.join('\n');
    });
  }
}
