import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Field, Step } from '@liren/core/engine/types.ts';
import type { DiscussConfig } from '@liren/core/steps/discuss/discuss.ts';
import type { FormConfig } from '@liren/core/steps/form/form.ts';
import type { GatherConfig } from '@liren/core/steps/gather/gather.ts';
import type { MeetConfig } from '@liren/core/steps/meet/config.ts';
import type { PublishConfig } from '@liren/core/steps/publish/publish.ts';
import type { VoteConfig } from '@liren/core/steps/vote/config.ts';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import type { RollRule } from '@liren/core/voting/types.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFor, loadLibrary } from '../adapters/charters/library.ts';
import type { Browser } from '../signin/testing-sign-in.ts';
import { enterByPhone } from '../signin/testing-sign-in.ts';
import { identityOf, nameOf, phoneOf, startCharterStreet } from '../testing/charter-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Begun, roleFor } from '../testing/role-for.ts';
import type { Served } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';
import { chartersFolder } from '../wiring.ts';

const library = unwrap(loadLibrary(chartersFolder));
/** The posts that rolls are made of. */
const rollPosts = [...new Set(Object.values(library.rolls).flatMap(({ posts = [] }) => posts))];
const day = 86_400_000;
/** Whatever holiday it ends in, it is over. */
const daysOf = (duration: object): number => Number(Object.values(duration)[0]) + 12;

interface Opening {
  readonly community: { readonly id: string };
  readonly procedure: { readonly id: string };
  readonly places?: readonly { readonly id: string }[];
}
interface Key extends Begun {
  readonly id: string;
}

/** One charter's street, and what people do in it, through HTTP alone. */
class Town {
  private readonly street: Served;
  private readonly charter: string;
  private readonly browsers = new Map<string, Browser>();

  constructor(street: Served, charter: string) {
    this.street = street;
    this.charter = charter;
  }

  private get now(): number {
    return this.street.now();
  }
  private async as(role: string): Promise<Browser> {
    const known = this.browsers.get(role);
    if (known !== undefined) return known;
    const resident = /^resident-(\d+)$/.exec(role);
    const browser = resident === null ? await this.street.as(role) : await this.resident(Number(resident[1]));
    this.browsers.set(role, browser);
    return browser;
  }
  private async resident(n: number): Promise<Browser> {
    const browser = this.street.guest();
    expect((await enterByPhone(browser, phoneOf(n))).statusCode).toBe(200);
    const proof = { name: nameOf(n), identityEnd: identityOf(n).slice(-6) };
    expect((await browser.send('POST', '/api/my-registry/c1/prove', proof)).statusCode).toBe(200);
    return browser;
  }
  async send(role: string, method: 'GET' | 'POST', path: string, body?: object) {
    const response = await (await this.as(role)).send(method, path, body);
    expect(response.statusCode, `${role} ${path} ${JSON.stringify(body)}: ${response.body}`).toBeLessThan(
      300,
    );
    return response.statusCode === 204 ? {} : response.json();
  }
  async pass(days: number): Promise<void> {
    this.street.pass({ days });
    // Nobody stays signed in for weeks.
    this.browsers.clear();
    await wakeDueMatters(this.street.wired.deps.shell, (error) => {
      throw error;
    });
  }

  async open(procedure: string, more: object = {}): Promise<Key> {
    const on = civilDateOf(this.street.now());
    const definition = definitionFor(library, this.charter, procedure, on);
    const opener = roleFor(definition.procedure.opens.by, { definition, opener: '' });
    const input = { ...answersTo(definition.procedure.opens.form), ...more };
    // Whoever may open it finds it under 发起: once, for nobody in the street's office could go through with it.
    const { rows } = (await this.send(opener, 'GET', '/api/openings')) as { rows: readonly Opening[] };
    const [found, ...others] = rows.filter((row) => row.procedure.id === procedure);
    expect(found?.community.id, opener).toBe('c1');
    expect(others).toEqual([]);
    // A group of households chooses in its own grid, and is told so.
    const place = found?.places?.[0]?.id;
    expect(place, procedure).toBe(procedure === 'centre-household' ? 'c1g1' : undefined);
    const opened = await this.send(opener, 'POST', '/api/matters', {
      commandId: randomUUID(),
      procedure,
      community: 'c1',
      ...(place !== undefined && { place }),
      input,
    });
    return { id: opened.id, definition, opener };
  }
  see(role: string, { id }: Key) {
    return this.send(role, 'GET', `/api/matters/c1/${id}`);
  }
  act(role: string, { id }: Key, type: string, input: object = {}) {
    return this.send(role, 'POST', `/api/matters/c1/${id}/commands`, {
      commandId: randomUUID(),
      type,
      input,
    });
  }
  private async poll(role: string, { id }: Key, step: string) {
    const { polls } = await this.send(role, 'GET', `/api/polls/c1/${id}`);
    return polls.find(
      (poll: { step: string; countedAt?: number }) => poll.step === step && poll.countedAt === undefined,
    );
  }
  private async roll(role: string, { id }: Key): Promise<readonly { id: string }[]> {
    return (await this.send(role, 'GET', `/api/polls/c1/${id}/roll?limit=500`)).rows;
  }

  /** One line votes at the desk; the receipt goes with them. */
  private async cast(role: string, matter: Key, at: string, entry: string, choice: readonly string[]) {
    const { id, publicKey, rule } = await this.poll(role, matter, at);
    const channel = rule.channels.includes('desk') ? 'desk' : 'online';
    const code = randomUUID().slice(0, 23);
    const ballot =
      publicKey === undefined
        ? { said: { code, choice } }
        : { envelope: await sealBallot(publicKey, id, { code, choice }) };
    const browser = await this.as(role);
    return browser.send('POST', `/api/polls/c1/${matter.id}/ballots`, { entry, channel, ...ballot });
  }
  /** Everybody on the roll, for the first option. */
  private async castAll(role: string, matter: Key, at: string, choice: readonly string[]): Promise<void> {
    for (const { id: entry } of await this.roll(role, matter)) {
      const response = await this.cast(role, matter, at, entry, choice);
      expect(response.statusCode, response.body).toBe(200);
    }
  }

  private arrive(by: string, { id }: Key, entry: string) {
    return this.send(by, 'POST', `/api/meetings/c1/${id}/arrivals`, { entry });
  }
  private async meet(by: string, matter: Key, at: string, step: Step): Promise<void> {
    const config = step.config as MeetConfig;
    const notice = daysOf(config.notice);
    const starts = new Date(this.now + notice * day + 8 * 3_600_000).toISOString().slice(0, 16);
    await this.act(by, matter, 'convene', { starts, place: '会议室', text: '议题', ...named(config.of) });
    await this.pass(notice + 1);
    const [last, ...others] = [...(await this.roll(by, matter))].reverse();
    for (const { id: entry } of others) await this.arrive(by, matter, entry);
    if (config.ballot === 'hands' || config.passes === undefined)
      await this.arrive(by, matter, last?.id ?? '');
    await this.act(by, matter, 'begin');
    for (const { value } of config.sides ?? [])
      await this.act(by, matter, 'speak', { side: value, text: '发言' });
    if (config.passes !== undefined) {
      const present = (await this.poll(by, matter, at)).present.heads;
      if (config.ballot !== 'hands') {
        // In the room only whoever came to it votes.
        const early = await this.cast(by, matter, at, last?.id ?? '', ['for']);
        expect(early.json(), by).toMatchObject({ error: { code: 'not-present' } });
        await this.arrive(by, matter, last?.id ?? '');
        await this.castAll(by, matter, at, ['for']);
      }
      const hands = { for: present, against: 0, abstain: 0, counters: '甲、乙' };
      await this.act(by, matter, 'resolve', config.ballot === 'hands' ? hands : {});
    }
    await this.act(by, matter, 'write-minutes', { text: '记录' });
    await this.act(roleFor(config.confirmedBy, matter), matter, 'confirm-minutes', { right: true });
  }

  private async vote(by: string, matter: Key, at: string, step: Step): Promise<void> {
    const { roll, question, rollPublished, openFor } = step.config as VoteConfig;
    await this.act(by, matter, 'freeze-roll', named(roll));
    if (rollPublished !== undefined) await this.pass(daysOf(rollPublished.objections));
    if (question.kind === 'elect' && !question.runOff)
      for (let i = 0; i <= question.seats; i += 1)
        await this.act(by, matter, 'nominate', { name: `候选人${i + 1}`, nominatedBy: 'organiser' });
    await this.act(by, matter, 'announce', { title: '表决', text: '说明' });
    const { opensAt, options, rule } = await this.poll(by, matter, at);
    await this.pass((opensAt - this.now) / day + 0.01);
    const first = options.slice(0, rule.most).map(({ id }: { id: string }) => id);
    await this.castAll(by, matter, at, first);
    await this.pass(daysOf(openFor));
    await this.act(by, matter, 'count');
  }

  private async gather(by: string, matter: Key, opens: string): Promise<void> {
    const { organs } = matter.definition.charter;
    const organ = Object.keys(organs).find((kind) => kind === 'community') ?? Object.keys(organs)[0];
    await this.act(by, matter, 'open-child', { organ, reason: '一件', text: '要做什么' });
    const [child] = (await this.see(by, matter)).children;
    const on = civilDateOf(this.street.now());
    const definition = definitionFor(library, this.charter, opens, on);
    await this.walk({ id: child.id, definition, opener: by });
    await this.act(by, matter, 'finish', { text: '好了' });
  }

  /** Whoever was elected takes office, or whoever was recalled leaves it. */
  private async takeOffice(by: string, matter: Key): Promise<void> {
    const { offers } = await this.see(by, matter);
    const [offer] = offers.filter(({ name }: { name: string }) => /office/.test(name));
    await this.act(by, matter, offer.name, answersTo(offer.fields));
  }

  private async photo(role: string): Promise<object> {
    const file = randomUUID();
    const sha256 = 'ab'.repeat(32);
    await this.street.wired.deps.shell.pool.query(
      `INSERT INTO file (community_id, id, bytes, sha256, media_type, width_pixels, height_pixels, uploaded_by, created_at)
       VALUES ('c1', $1, 10, $2, 'image/jpeg', 1, 1, $3, 0)`,
      [file, sha256, this.street.people.get(role) ?? (await this.personOf(role))],
    );
    return { file, sha256 };
  }
  private async personOf(role: string): Promise<string> {
    return (await this.send(role, 'GET', '/api/me')).person.id;
  }

  private async well(matter: Key, at: string, assignee: string): Promise<void> {
    const step = matter.definition.procedure.steps[at] as Step;
    const by = roleFor(step.by, matter, assignee);
    switch (step.kind) {
      case 'meet':
        return this.meet(by, matter, at, step);
      case 'vote':
        return this.vote(by, matter, at, step);
      case 'gather':
        return this.gather(by, matter, (step.config as GatherConfig).opens ?? '');
      case 'discuss': {
        await this.act('resident-1', matter, 'register-opinion', { text: '意见' });
        await this.act(by, matter, 'answer-opinion', { n: 1, adopted: true, text: '理由' });
        await this.pass(daysOf((step.config as DiscussConfig).for));
        return this.act(by, matter, 'close', { text: '汇总' });
      }
      case 'publish': {
        await this.act(by, matter, 'publish', { title: '公示', text: '内容' });
        return this.pass(daysOf((step.config as PublishConfig).for));
      }
      case 'form':
        return this.act(by, matter, 'submit', answersTo((step.config as FormConfig).fields));
      case 'work':
        return this.act(by, matter, 'done', { text: '办好了', photos: [await this.photo(by)] });
      case 'office':
        return this.takeOffice(by, matter);
      case 'check':
        return this.act(by, matter, 'accept');
      case 'rate':
        return this.act(by, matter, 'rate', { contacted: true, solved: true, satisfied: 'satisfied' });
      case 'assign':
        return this.act(by, matter, 'take');
      default:
        throw new Error(`no walk through ${step.kind}`);
    }
  }

  /** Whoever's turn it is does it, and does it well, to the end. Returns the outcome. */
  async walk(matter: Key): Promise<string> {
    const { shell } = this.street.wired.deps;
    for (let i = 0; i < 30; i += 1) {
      const { rows } = await shell.pool.query(
        `SELECT status, step, outcome, organ_id FROM matter WHERE community_id = 'c1' AND id = $1::uuid`,
        [matter.id],
      );
      const [{ status, step, outcome, organ_id }] = rows as [
        { status: string; step: string; outcome: string; organ_id: string | null },
      ];
      if (status === 'ended') return outcome;
      await this.well(matter, step, organ_id ?? 'community');
    }
    throw new Error('it never ends');
  }
}

function answerTo({ type, choices }: Field) {
  if (type === 'choice') return choices?.[0]?.value ?? '';
  return type === 'number' ? 1 : '说明';
}
const answersTo = (fields: readonly Field[]): object =>
  Object.fromEntries(fields.filter(({ required }) => required).map((field) => [field.name, answerTo(field)]));
const named = ({ from }: RollRule): object =>
  from === 'listed'
    ? { people: Array.from({ length: 12 }, (_, n) => `${nameOf(n)} ${phoneOf(n)}`).join('\n') }
    : {};

const ends: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shenzhen-council': {
    'residents-council': 'carried-out',
    hearing: 'disclosed',
    coordination: 'settled',
    appraisal: 'appraised',
    'residents-meeting': 'adopted',
    'residents-representatives-meeting': 'adopted',
    'committee-election': 'elected',
    covenant: 'filed',
  },
  'yidu-village': {
    'four-deliberations-two-disclosures': 'carried-out',
    'villagers-meeting': 'adopted',
    'villager-representatives-meeting': 'adopted',
    'village-election': 'elected',
    'village-covenant': 'filed',
    'collective-assembly': 'adopted',
    'centre-household': 'commended',
    'ethics-council': 'settled',
  },
  'haicang-micro': { 'co-creation': 'adopted', siminjiayuan: 'settled', adoption: 'kept' },
  'zhonghaixi-1-3': {
    'one-plus-three': 'list-closed',
    'joint-conference': 'carried-out',
    'two-way-claiming': 'claimed',
  },
  'owners-compound': {
    'owners-assembly': 'carried-out',
    'owners-committee-election': 'elected',
    'property-change': 'carried-out',
  },
};

describe.each(Object.entries(ends))('%s through the product', (id, procedures) => {
  const database = testDatabase();
  let street: Served;
  let town: Town;
  beforeAll(async () => {
    const charter = library.charters.get(id)?.charter;
    if (charter === undefined) throw new Error(`no charter ${id}`);
    street = await startCharterStreet(
      database.pool,
      charter,
      rollPosts.filter((post) => charter.posts[post] !== undefined),
    );
    town = new Town(street, id);
  });
  afterAll(() => street.close());

  it.each(Object.entries(procedures))('%s goes all the way: %s', async (procedure, outcome) => {
    expect(await town.walk(await town.open(procedure))).toBe(outcome);
  });
  it('what was written equals its replay', async () => {
    const { differences } = await replayAll(street.wired.deps.shell, { repair: false });
    expect(differences).toEqual([]);
  });
});
