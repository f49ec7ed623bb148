import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import type pg from 'pg';
import { expect } from 'vitest';
import { type Browser, enterByPhone } from '../signin/testing-sign-in.ts';
import { type StreetOptions, startStreet, type TestStreet } from '../testing/street.ts';
import { system } from '../usecases/actor.ts';
import { importOwners } from '../usecases/import-owners.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';
import { ownersCsv, type UnitOwners } from './owners-table.ts';
import { plantOwners, seatOwners } from './plant-owners.ts';

export interface Line {
  readonly id: string;
  readonly no: number;
  readonly label: string;
  readonly area: number;
  readonly channel?: string;
}
interface Answer {
  readonly statusCode: number;
  readonly body: string;
  json(): { readonly error?: { readonly code: string; readonly message: string } };
}
export const errorOf = (answer: Answer): string | undefined => answer.json().error?.code;
export const squareCentimetres = (squareMetres: number): number => squareMetres * 10_000;

/** A street of which community c1 lives as owners of a compound, and what is done there, one matter at a time. */
export class OwnersStory {
  readonly street: TestStreet;
  private readonly pool: pg.Pool;
  private readonly browsers = new Map<string, Browser>();
  private phones = 0;
  private matter = '';

  private constructor(street: TestStreet, pool: pg.Pool) {
    this.street = street;
    this.pool = pool;
  }

  static async start(pool: pg.Pool, options: StreetOptions = {}): Promise<OwnersStory> {
    const street = await startStreet(pool, { ...options, plantMore: plantOwners });
    await seatOwners(street, pool);
    return new OwnersStory(street, pool);
  }

  get id(): string {
    return this.matter;
  }

  async take(rows: readonly UnitOwners[]) {
    const table = { bytes: ownersCsv(rows), fileName: '业主.csv', community: 'c1' };
    return unwrap(await importOwners(this.street.wired.deps, system, table));
  }

  async staff(role: string): Promise<Browser> {
    const known = this.browsers.get(role);
    if (known !== undefined) return known;
    const browser = this.street.guest();
    expect((await browser.send('POST', '/api/demo/enter', { role })).statusCode).toBe(200);
    this.browsers.set(role, browser);
    return browser;
  }

  /** Somebody with a telephone that nobody has written down. */
  async somebody(phone = `1370000${String(++this.phones).padStart(4, '0')}`): Promise<Browser> {
    const browser = this.street.guest();
    expect((await enterByPhone(browser, phone)).statusCode).toBe(200);
    return browser;
  }

  /** An owner who lives elsewhere and has shown who they are. */
  async owner({ name, number = '' }: { name: string; number?: string }): Promise<Browser> {
    const known = this.browsers.get(name);
    if (known !== undefined) return known;
    const browser = await this.somebody();
    this.browsers.set(name, browser);
    const proof = { name, numberEnd: number.slice(-6) };
    const proven = await browser.send('POST', '/api/my-registry/c1/prove-owner', proof);
    expect(proven.statusCode, proven.body).toBe(200);
    return browser;
  }

  /** Time passes, sessions end, and whoever waits for a clock is woken. */
  async passes(time: { readonly days?: number; readonly hours?: number }): Promise<void> {
    this.street.pass(time);
    this.browsers.clear();
    await wakeDueMatters(this.street.wired.deps.shell, (error) => {
      throw error;
    });
  }

  async open(procedure: string, role: string, input: object): Promise<void> {
    const body = { commandId: randomUUID(), procedure, community: 'c1', input };
    const opened = await (await this.staff(role)).send('POST', '/api/matters', body);
    expect(opened.statusCode, opened.body).toBe(201);
    this.matter = opened.json().id;
  }

  async act(role: string, type: string, input: object = {}): Promise<Answer> {
    const body = { commandId: randomUUID(), type, input };
    return (await this.staff(role)).send('POST', `/api/matters/c1/${this.matter}/commands`, body);
  }
  async done(role: string, type: string, input: object = {}): Promise<void> {
    const answer = await this.act(role, type, input);
    expect(answer.statusCode, `${type}: ${answer.body}`).toBe(200);
  }

  async page() {
    return (await (await this.staff('worker')).send('GET', `/api/matters/c1/${this.matter}`)).json();
  }
  /** The step that is open, or how it ended. */
  async stands(): Promise<string> {
    const { visit, outcome } = await this.page();
    return visit?.step ?? outcome;
  }
  async counted() {
    const { record } = await this.page();
    return record.findLast(({ type }: { type: string }) => type === 'vote-counted').data;
  }

  polls = async (browser: Browser) => (await browser.send('GET', `/api/polls/c1/${this.matter}`)).json();
  poll = async (browser: Browser) => (await this.polls(browser)).polls[0];
  async progress(role: string): Promise<readonly string[]> {
    return (await this.poll(await this.staff(role))).progress.map(({ text }: { text: string }) => text);
  }

  post = (browser: Browser, path: string, body: object) =>
    browser.send('POST', `/api/polls/c1/${this.matter}/${path}`, body);
  cast = (browser: Browser, entry: string, channel: string, choice: string) =>
    this.post(browser, 'ballots', { entry, channel, said: { code: randomUUID(), choice: [choice] } });

  async roll(role: string): Promise<readonly Line[]> {
    const keeper = await this.staff(role);
    const lines: Line[] = [];
    for (;;) {
      const query = `after=${lines.at(-1)?.no ?? 0}&limit=500`;
      const { rows } = (await keeper.send('GET', `/api/polls/c1/${this.matter}/roll?${query}`)).json();
      if (rows.length === 0) return lines;
      lines.push(...rows);
    }
  }

  /** At the desk, a few at a time as at a real one. */
  async castAll(role: string, lines: readonly Line[], choice: string): Promise<void> {
    const keeper = await this.staff(role);
    const left = [...lines];
    const clerk = async (): Promise<void> => {
      for (let line = left.pop(); line !== undefined; line = left.pop()) {
        const answer = await this.cast(keeper, line.id, 'desk', choice);
        expect(answer.statusCode, answer.body).toBe(200);
      }
    };
    await Promise.all(Array.from({ length: 6 }, clerk));
  }

  /** Papers that were read once are read again by somebody else, to the same. */
  async readAgain(role: string): Promise<void> {
    const { rows } = await this.pool.query<{ code: string; entry_id: string; first: readonly string[] }>(
      'SELECT code, entry_id, first FROM paper_ballot WHERE second IS NULL',
    );
    for (const { code, entry_id: entry, first: choice } of rows) {
      const read = await this.post(await this.staff(role), 'papers', { code, entry, choice });
      expect(read.json(), read.body).toEqual({ reading: 'second' });
    }
  }
}
