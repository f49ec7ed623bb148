import { randomUUID } from 'node:crypto';
import { plainPhoto } from '../../server/src/adapters/files/testing-photos.ts';
import { StaffMatterPage } from '../pages/staff-matter-page.ts';
import { type Browsers, enter, type Visitor } from './chromium.ts';
import { clock, evening } from './councils.ts';
import type { Street } from './start-street.ts';

/** Addresses of pages that a street with some life has. */
export interface Told {
  /** Being handled, with three departments called in. */
  readonly handled: string;
  /** Done, waiting for the resident's rating. */
  readonly done: string;
  readonly notice: string;
  /** A resident of the registry. */
  readonly person: string;
  /** The paper that tells somebody at the window what is lacking. */
  readonly receipt: string;
  /** A home of the rounds. */
  readonly home: string;
  readonly organisation: string;
  /** A discussion with one statement. */
  readonly talk: string;
  /** Has its notice, and a roll of one home. */
  readonly meeting: string;
  /** The wall of its hall. */
  readonly wall: string;
}

interface Key {
  readonly community: string;
  readonly id: string;
}

/** A street as it stands one busy morning, told through the interface: quicker than through the pages. */
export async function openMatters(browsers: Browsers, street: Street): Promise<Told> {
  const visitor = await browsers.open(street);
  const as = async (role: string, path: string, data: object): Promise<Key> => {
    await enter(visitor, street, role);
    const body = { commandId: randomUUID(), ...data };
    const answer = await visitor.context.request.post(`${street.address}${path}`, { data: body });
    if (!answer.ok()) throw new Error(`${path} as ${role}: ${await answer.text()}`);
    return answer.json();
  };
  const act = ({ community, id }: Key, role: string, type: string, input: object) =>
    as(role, `/api/matters/${community}/${id}/commands`, { type, input });
  const report = async (title: string, organ: string): Promise<Key> => {
    const input = { title, text: title, location: { lat: 39.905, long: 116.405, address: '柳荫里 3 号楼' } };
    const key = await as('resident', '/api/matters', {
      procedure: 'complaint',
      affair: 'event/exposed-rubbish',
      input,
    });
    await act(key, 'dispatcher', 'assign', { organ, urgency: 'urgent' });
    return key;
  };
  const handled = await report('楼下的垃圾三天没人收', 'street-office');
  await act(handled, 'leader', 'whistle', {
    organs: ['urban', 'water', 'drain'],
    reason: 'joint-enforcement',
    text: '请到现场一起处理。',
  });
  const done = await report('门口的井盖松了', 'street-office');
  const waiting = await report('路灯不亮', 'street-office');
  await finish(visitor, street, [done, waiting]);
  await act(waiting, 'resident', 'rate', { contacted: true, solved: true, satisfied: 'satisfied' });
  await as('resident', '/api/matters', {
    procedure: 'complaint',
    community: 'c2',
    input: { title: '广场舞太吵', text: '每晚十点半还在放' },
  });
  const notice = await publish(visitor, street, as, act);
  const receipt = await lacking(visitor, street, as, act);
  const person = await settle(visitor, street);
  const home = await homeOf(visitor, street);
  const organisation = await register(visitor, street);
  const talk = await discuss(as);
  const met = await convene(visitor, street, as, act);
  await visitor.context.close();
  return {
    ...met,
    talk,
    handled: pathOf(handled),
    done: pathOf(done),
    notice,
    receipt,
    person,
    home,
    organisation,
  };
}

const pathOf = ({ community, id }: Key): string => `/matters/${community}/${id}`;

async function discuss(as: As): Promise<string> {
  const { id } = await as('worker', '/api/matters', {
    procedure: 'consultation',
    community: 'c1',
    input: { title: '空地拿来做什么', text: '三号楼后面有一块空地。' },
  });
  await as('worker', `/api/discussions/c1/${id}/statements`, { text: '空地种树' });
  return `/discuss/c1/${id}`;
}

async function convene(
  visitor: Visitor,
  street: Street,
  as: As,
  act: Act,
): Promise<Pick<Told, 'meeting' | 'wall'>> {
  const key = await as('worker', '/api/matters', {
    procedure: 'courtyard-council',
    community: 'c1',
    input: { title: '大门几点锁', text: '晚归的人进不来。' },
  });
  // Two more wait to be convened together.
  for (const title of ['凉亭修不修', '路灯几点关'])
    await as('worker', '/api/matters', {
      procedure: 'courtyard-council',
      community: 'c1',
      input: { title, text: '大家都在问。' },
    });
  const starts = clock(evening(street, 12));
  await act(key, 'worker', 'convene', { starts, place: '社区活动室', text: '锁到几点，谁来开。' });
  const path = `/api/meetings/${key.community}/${key.id}`;
  const { hall } = (await (await visitor.context.request.get(`${street.address}${path}`)).json()) as {
    hall: string;
  };
  return { meeting: pathOf(key), wall: hall };
}

async function lacking(visitor: Visitor, street: Street, as: As, act: Act): Promise<string> {
  const key = await as('worker', '/api/matters', {
    procedure: 'service-item',
    community: 'c1',
    affair: 'item/minimum-living',
    channel: 'window',
    caller: { phone: '13900007777' },
    input: { way: 'window', asker: 'self' },
  });
  await act(key, 'worker', 'take-in', { brought: ['family-id'] });
  const matter = await visitor.context.request.get(`${street.address}/api${pathOf(key)}`);
  return (await matter.json()).receipt;
}

/** Work needs a real photo, and photos go through the page. */
async function finish(visitor: Visitor, street: Street, keys: readonly Key[]): Promise<void> {
  const photo = await plainPhoto('jpeg', 320, 240);
  await enter(visitor, street, 'leader');
  const matter = new StaffMatterPage(visitor.page);
  for (const key of keys) {
    await matter.open(pathOf(key));
    await matter.act('报告办结', { texts: { 办理情况: '已经处理好了。' }, photos: [photo] });
  }
}

type As = (role: string, path: string, data: object) => Promise<Key>;
type Act = (key: Key, role: string, type: string, input: object) => Promise<Key>;

async function publish(visitor: Visitor, street: Street, as: As, act: Act): Promise<string> {
  const ranking = await as('leader', '/api/matters', {
    procedure: 'monthly-ranking',
    input: { month: '2026-11' },
  });
  await act(ranking, 'leader', 'publish', { title: '十一月三率排名', text: '现将三率排名公示如下。' });
  const answer = await visitor.context.request.get(`${street.address}/api/notices`);
  const { rows } = (await answer.json()) as {
    rows: readonly { community: string; matter: string; seq: number }[];
  };
  const [first] = rows;
  if (first === undefined) throw new Error('the notice was published and is not listed');
  return `/notices/${first.community}/${first.matter}/${first.seq}`;
}

async function settle(visitor: Visitor, street: Street): Promise<string> {
  await enter(visitor, street, 'worker');
  const buffer = Buffer.from('姓名,电话,住址,网格\n王芳菲,13977418852,柳荫里3号楼2单元501,柳荫一网格\n');
  const multipart = { community: 'c1', file: { name: '底数.csv', mimeType: 'text/csv', buffer } };
  const { request } = visitor.context;
  await request.post(`${street.address}/api/registry/imports`, { multipart });
  const found = await request.post(`${street.address}/api/registry/search`, { data: { word: '王芳菲' } });
  const { rows } = (await found.json()) as { rows: readonly Key[] };
  const [resident] = rows;
  if (resident === undefined) throw new Error('the resident was taken in and is not found');
  return `/staff/registry/${resident.community}/${resident.id}`;
}

async function homeOf(visitor: Visitor, street: Street): Promise<string> {
  const path = `${street.address}/api/fieldwork/homes?community=c1&figure=homes`;
  const answer = await visitor.context.request.get(path);
  const { rows } = (await answer.json()) as { rows: readonly Key[] };
  const [home] = rows;
  if (home === undefined) throw new Error('the resident was taken in and has no home');
  return `/staff/rounds/homes/${home.community}/${home.id}`;
}

/** A shop, written down by hand. */
async function register(visitor: Visitor, street: Street): Promise<string> {
  await enter(visitor, street, 'worker');
  const data = { source: 'visit', kind: 'shop', name: '王记小吃', address: '柳荫街12号', grid: 'c1g1' };
  const answer = await visitor.context.request.post(`${street.address}/api/organisations/c1`, { data });
  const { id } = (await answer.json()) as { id: string };
  return `/staff/organisations/c1/${id}`;
}
