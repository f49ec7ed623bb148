import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Definition } from '@liren/core/engine/types.ts';
import type { Page } from 'playwright-core';
import { definitionFor } from '../../server/src/adapters/charters/library.ts';
import { plainPhoto } from '../../server/src/adapters/files/testing-photos.ts';
import { type Begun, roleFor } from '../../server/src/testing/role-for.ts';
import { escaped, fillAsked, type Told } from '../pages/asked-form.ts';
import { charterHomes, library } from '../street/charters.ts';
import { desktop, enter, phone, type Visitor } from '../street/chromium.ts';
import { hour } from '../street/councils.ts';
import { signInAtHome } from '../street/households.ts';
import type { Stage } from '../street/stage.ts';
import type { Street } from '../street/start-street.ts';

/** A matter under way. */
export interface Key extends Begun {
  readonly id: string;
  /** As it stands in every list: 261109-…. */
  readonly number: string;
}
interface Seen {
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly number: string;
  readonly visit?: {
    readonly step: string;
    readonly state?: {
      readonly published?: { readonly until: number };
      readonly roll?: { readonly objectUntil?: number };
    };
  };
  readonly assignee?: { readonly id: string };
  readonly children: readonly { readonly id: string; readonly number: string }[];
}
const day = 24 * hour;
const resident = (role: string): number | undefined => {
  const [, n] = /^resident-(\d+)$/.exec(role) ?? [];
  return n === undefined ? undefined : Number(n);
};

export const isResident = (role: string): boolean => resident(role) !== undefined;

/** People of one charter's street, each at a window of their own: residents on a telephone, the others at a desk. */
export class Town {
  readonly street: Street;
  private readonly stage: Stage;
  private readonly charter: string;
  private readonly visitors = new Map<string, Visitor>();
  /** How this story's forms are answered, wherever they ask for it. */
  told: Told = {};
  private readonly here = new Set<string>();

  constructor(stage: Stage, charter: string) {
    this.street = stage.street;
    this.stage = stage;
    this.charter = charter;
  }

  async as(role: string): Promise<Visitor> {
    const known = this.visitors.get(role);
    if (known !== undefined && this.here.has(role)) return known;
    const size = resident(role) === undefined ? desktop : phone;
    const visitor = known ?? (await this.stage.browsers.open(this.street, undefined, size));
    await visitor.context.clock.setSystemTime(this.street.now());
    await this.signIn(visitor, role);
    this.here.add(role);
    this.visitors.set(role, visitor);
    this.stage.pages.set(role, visitor.page);
    return visitor;
  }
  private async signIn(visitor: Visitor, role: string): Promise<void> {
    const n = resident(role);
    if (n !== undefined) await signInAtHome(visitor, this.street, charterHomes, n);
    else if (role !== 'guest') await enter(visitor, this.street, role);
  }
  /** Nobody stays signed in for weeks: everybody leaves, and comes back anew. */
  async pass(days: number): Promise<void> {
    await Promise.all([...this.here].map((role) => this.visitors.get(role)?.page.goto('about:blank')));
    this.here.clear();
    this.stage.pages.clear();
    await this.street.pass({ days });
  }
  /** A little longer than until then, and not much: what comes after it may be short. */
  passUntil(at: number): Promise<void> {
    return this.pass((at - this.street.now()) / day + 0.01);
  }

  /** Through the interface, with what that person's browser holds. */
  async get<T>(role: string, path: string): Promise<T> {
    const answer = await (await this.as(role)).context.request.get(`${this.street.address}${path}`);
    if (!answer.ok()) throw new Error(`${role} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  async post(role: string, path: string, data: object): Promise<void> {
    const answer = await (await this.as(role)).context.request.post(`${this.street.address}${path}`, {
      data,
    });
    if (!answer.ok()) throw new Error(`${role} ${path}: ${await answer.text()}`);
  }
  /** How it stands, as it is read without signing in; what is not everybody's, as whoever began it reads it. */
  see({ id, definition, opener }: Omit<Key, 'number'>): Promise<Seen> {
    const isPublic = definition.procedure.publicity === 'public';
    return this.get(isPublic ? 'guest' : opener, `/api/matters/c1/${id}`);
  }
  /** What somebody in a seat is called. */
  async nameOf(role: string): Promise<string> {
    return (await this.get<{ person: { name: string } }>(role, '/api/me')).person.name;
  }
  definitionOf(procedure: string): Definition {
    return definitionFor(library, this.charter, procedure, civilDateOf(this.street.now() as never));
  }

  /** From 发起: the procedure is found by its name, its form filled and sent. */
  async open(procedure: string, by?: string): Promise<Key> {
    const definition = this.definitionOf(procedure);
    const opener = by ?? roleFor(definition.procedure.opens.by, { definition, opener: '' });
    const { page } = await this.as(opener);
    const { title } = definition.procedure;
    if (resident(opener) === undefined) {
      await page.goto('/staff/');
      await page.getByRole('link', { name: '发起', exact: true }).click();
    } else {
      await page.goto('/');
      await page.getByRole('link', { name: '发起' }).click();
    }
    await page.getByRole('button', { name: new RegExp(`^${escaped(title)}( |$)`) }).click();
    const form = page.getByRole('form', { name: `发起“${title}”` });
    await fillAsked(form, this.told);
    await form.getByRole('button', { name: `发起“${title}”` }).click();
    await page.waitForURL(/\/(matters|m)\/c1\/[0-9a-f-]{36}/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { number } = await this.see({ id, definition, opener });
    return { id, number, definition, opener };
  }

  /** Whoever's turn it is finds the matter where it waits for them. */
  async find(role: string, { number, id }: Key): Promise<Page> {
    const { page } = await this.as(role);
    const n = resident(role);
    await page.goto(n === undefined ? '/staff/' : '/');
    const line = n === undefined ? page.getByRole('row') : page.getByRole('listitem');
    await line.filter({ hasText: number }).getByRole('link').first().click();
    await page.waitForURL(new RegExp(id));
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    return page;
  }

  /** What waits for nobody, such as a box that is open, is found among all matters. */
  async findAmongAll(role: string, { number }: Key): Promise<Page> {
    const { page } = await this.as(role);
    await page.goto('/staff/');
    await page.getByRole('link', { name: '全部事项' }).click();
    await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click();
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    return page;
  }

  /** Presses a button of 你可以做, fills what it asks, sends it, and reads what the page says of it. */
  async act(page: Page, title: string, told: Told = {}): Promise<string> {
    const actions = page.getByRole('region', { name: '你可以做' });
    const form = page.getByRole('form', { name: title, exact: true });
    const button = actions.getByRole('button', { name: title, exact: true });
    await button.first().waitFor();
    if (!(await form.isVisible())) await button.first().click();
    await fillAsked(form, { ...this.told, ...told }, await plainPhoto('jpeg', 320, 240));
    await form.getByRole('button', { name: title, exact: true }).click();
    return actions.getByRole('status').innerText();
  }
}
