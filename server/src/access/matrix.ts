import { randomUUID } from 'node:crypto';
import type { Role } from '../testing/street.ts';

/** Who calls: nobody, two residents, and staff of different organs and areas. */
export const callers = [
  'guest',
  'resident',
  'neighbour',
  'clerk',
  'dispatcher',
  'leader',
  'supervisor',
  'worker',
  'grid',
  'water',
] as const satisfies readonly (Role | 'guest')[];
export type Caller = (typeof callers)[number];

type Statuses = Partial<Record<Caller, number>>;
/**
 * One route: the status that each caller gets on a matter of community c1 that the resident opened (`own`), and
 * on one in another community (`foreign`). Whoever is not named gets `otherwise`.
 */
export interface Row {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly own: Statuses;
  readonly foreign?: Statuses;
  readonly otherwise: number;
  readonly body?: () => object;
  readonly query?: string;
}

const open = (method: Row['method'], url: string, otherwise = 200): Row => ({
  method,
  url,
  own: {},
  otherwise,
});
/** Anyone who is signed in. */
const signedIn = (method: Row['method'], url: string, body?: () => object): Row => ({
  method,
  url,
  own: { guest: 401 },
  otherwise: 200,
  ...(body !== undefined && { body }),
});
/** Only callers who hold a right; the signed-in rest are told that they may not. */
const only = (method: Row['method'], url: string, allowed: readonly Caller[], status = 200): Row => ({
  method,
  url,
  own: { guest: 401, ...Object.fromEntries(allowed.map((caller) => [caller, status])) },
  otherwise: 403,
});

const command =
  (type: string, input: object = {}) =>
  () => ({ commandId: randomUUID(), type, input });
const month = '?month=2026-11';
const streetMeasurers = ['dispatcher', 'leader', 'supervisor'] as const;
const measurers = ['dispatcher', 'leader', 'supervisor', 'worker'] as const;

/** Whoever is signed in finds no poll on a complaint; who may on a poll is told in stories/household-vote.test.ts. */
const pollless = (method: Row['method'], path: string, body?: () => object): Row => ({
  method,
  url: `/api/polls/:community/:id${path}`,
  own: { guest: 401 },
  foreign: { guest: 401 },
  otherwise: 404,
  ...(body !== undefined && { body }),
});
const talkless = (path: string, body: object): Row => ({
  method: 'POST',
  url: `/api/discussions/:community/:id${path}`,
  own: { guest: 401 },
  foreign: { guest: 401 },
  otherwise: 404,
  body: () => body,
});
const noDraft = { opens: [], closes: [], moves: [] };
const gridsOf = (method: Row['method'], path: string, status: number): Row => ({
  ...only(method, `/api/grids/:community${path}`, ['dispatcher', 'worker'], status),
  foreign: { guest: 401, dispatcher: status },
});

export const matrix: readonly Row[] = [
  open('GET', '/healthz'),
  open('GET', '/readyz'),
  open('GET', '/metrics'),
  open('GET', '/api/openapi.json'),
  open('GET', '/api/me'),
  open('GET', '/api/auth/staff/ways'),
  open('GET', '/api/places'),
  { ...open('GET', '/api/places/at'), query: '?lat=39.9&long=116.4' },
  open('GET', '/api/organs'),
  open('GET', '/api/affairs'),
  open('GET', '/api/service-items'),
  // Whoever holds the link: its story is told in stories/window.test.ts.
  open('GET', '/api/receipts/:community/:id/:mark', 400),
  { ...open('POST', '/api/suggest'), body: () => ({ text: '垃圾没人收' }) },
  open('GET', '/api/search'),
  open('GET', '/api/notices'),
  open('GET', '/api/notices/:community/:matter/:seq', 404),
  open('GET', '/api/procedures/:id/opening', 404),
  open('GET', '/api/openings'),
  { ...open('GET', '/api/matters/:community/:id'), foreign: {} },
  // A meeting: its story, with who may not, is told in stories/meeting.test.ts.
  open('GET', '/api/halls/:community/:id/:mark', 400),
  open('GET', '/api/halls/:community/:id/:mark/events', 400),
  { ...open('GET', '/api/meetings/:community/:id', 404), own: { guest: 401 }, foreign: { guest: 401 } },
  { ...open('GET', '/api/meetings/:community'), own: { guest: 401 }, foreign: { guest: 401 } },
  { ...open('POST', '/api/meetings/:community', 400), body: () => ({}) },
  { ...open('POST', '/api/meetings/:community/:id/check-in', 400), body: () => ({}) },
  { ...open('POST', '/api/meetings/:community/:id/arrivals', 400), body: () => ({}) },
  { ...open('POST', '/api/meetings/:community/:id/arrivals/undo', 400), body: () => ({}) },
  // What a meeting prints: its story, with who may not, is told in stories/meeting.test.ts.
  open('GET', '/api/matters/:community/:id/documents/:kind', 400),
  open('GET', '/api/matters/:community/:id/documents/:kind.docx', 400),
  { ...open('GET', '/api/records/:community/:id'), foreign: {} },
  { ...open('GET', '/api/polls/:community/:id'), foreign: {} },
  { ...open('GET', '/api/polls/:community/:id/ballots', 404), foreign: {} },
  ...['/allocation', '/ballots.pb'].map(
    (path): Row => ({ ...open('GET', `/api/polls/:community/:id${path}`, 404), foreign: {} }),
  ),
  { ...open('GET', '/api/polls/:community/:id/explain', 400), foreign: {} },
  open('GET', '/api/discussions'),
  // A complaint is no discussion; who may do what in one is told in stories/discussion.test.ts.
  ...['', '/map', '/votes.csv', '/comments.csv'].map(
    (path): Row => ({ ...open('GET', `/api/discussions/:community/:id${path}`, 404), foreign: {} }),
  ),
  talkless('/statements', { text: '先修路灯' }),
  talkless('/votes', { n: 1, vote: 1 }),
  talkless('/statements/:n/decision', {}),
  talkless('/statements/:n/appeal', { text: '没有骂人' }),
  talkless('/statements/:n/judgement', { upheld: true }),
  // Who may bring a number is told in stories/election.test.ts.
  signedIn('GET', '/api/elected'),
  {
    method: 'POST',
    url: '/api/elected/:community/:matter/:candidate',
    own: { guest: 401 },
    foreign: { guest: 401 },
    otherwise: 404,
    body: () => ({ phone: '13900000000' }),
  },
  signedIn('GET', '/api/mine/polls'),
  pollless('GET', '/roll'),
  pollless('POST', '/ballots', () => ({ entry: randomUUID(), channel: 'online' })),
  pollless('POST', '/revocations', () => ({ entry: randomUUID() })),
  pollless('POST', '/papers', () => ({ code: 'paper-01', choice: [] })),
  pollless('POST', '/authorities', () => ({ entry: randomUUID(), name: '王', phone: '13900000000' })),
  pollless('POST', '/authorities/undo', () => ({ entry: randomUUID() })),
  pollless('POST', '/deliveries', () => ({ entry: randomUUID() })),
  open('GET', '/api/checkpoints/:community'),
  {
    method: 'POST',
    url: '/api/matters',
    own: { guest: 401 },
    otherwise: 201,
    body: () => ({
      commandId: randomUUID(),
      procedure: 'complaint',
      community: 'c1',
      input: { title: '路灯坏了' },
    }),
  },
  {
    method: 'POST',
    url: '/api/matters/:community/:id/commands',
    own: { supervisor: 200, leader: 200 },
    foreign: { supervisor: 200, leader: 200 },
    otherwise: 403,
    body: command('supervise', { text: '请今天答复' }),
  },
  {
    // Where one's own seat takes calls in: the worker's community is the first, not the other.
    method: 'POST',
    url: '/api/matters/:community/:id/join-for',
    own: { guest: 401, clerk: 200, dispatcher: 200, worker: 200 },
    foreign: { guest: 401, clerk: 200, dispatcher: 200 },
    otherwise: 403,
    body: () => ({ commandId: randomUUID(), caller: { phone: '13900003333' } }),
  },
  {
    method: 'POST',
    url: '/api/matters/:community/:id/reveal',
    own: { resident: 200, clerk: 200, dispatcher: 200, leader: 200, supervisor: 200, worker: 200 },
    foreign: { resident: 200, clerk: 200, dispatcher: 200, leader: 200, supervisor: 200 },
    otherwise: 403,
    body: () => ({ seq: 1, name: 'phone', reason: '回访需要' }),
  },
  only('GET', '/api/matters', ['clerk', 'dispatcher', 'leader', 'supervisor', 'worker', 'grid', 'water']),
  signedIn('GET', '/api/session/trail'),
  signedIn('GET', '/api/session/factors'),
  signedIn('GET', '/api/inbox'),
  signedIn('GET', '/api/messages'),
  signedIn('POST', '/api/messages/read', () => ({ ids: [] })),
  signedIn('GET', '/api/mine'),
  signedIn('GET', '/api/looks'),
  signedIn('GET', '/api/my-data'),
  // Nobody erases without the word that confirms it; the stories hold the erasing itself.
  { ...open('POST', '/api/my-data/erase', 400), body: () => ({}) },
  {
    ...only('POST', '/api/callers', ['clerk', 'dispatcher', 'worker', 'grid']),
    body: () => ({ phone: '13900002222' }),
  },
  { ...only('GET', '/api/measures', measurers), query: month },
  { ...only('GET', '/api/measures/matters', measurers), query: `${month}&figure=opened` },
  { ...only('GET', '/api/measures/export', ['leader', 'supervisor']), query: month },
  only('GET', '/api/overview', measurers),
  { ...only('GET', '/api/topics', measurers), query: month },
  // Whoever keeps a registry finds nobody in an empty one.
  {
    ...only('POST', '/api/registry/search', ['worker', 'grid']),
    body: () => ({ word: '王芳' }),
  },
  only('GET', '/api/registry/residents/:community/:id', ['worker', 'grid'], 404),
  {
    ...only('POST', '/api/registry/residents/:community/:id/reveal', ['worker', 'grid'], 404),
    body: () => ({ field: 'phone', reason: '核对电话' }),
  },
  // The worker's community is the first; a grid's worker sees the doors of the own grids.
  ...(['', '/doors'] as const).map(
    (path): Row => ({
      ...only('GET', `/api/registry/buildings/:community${path}`, ['worker', 'grid']),
      foreign: { guest: 401 },
      ...(path !== '' && { query: '?compound=&building=1' }),
    }),
  ),
  // Who owns what is for who keeps the whole community; a grid's worker sees nothing of it.
  {
    ...only('GET', '/api/registry/buildings/:community/ownership', ['worker']),
    foreign: { guest: 401 },
    query: '?compound=&building=1',
  },
  { ...only('GET', '/api/registry/homes/:community/:id/owners', ['worker'], 404), foreign: { guest: 401 } },
  { ...only('POST', '/api/registry/owners/imports', ['worker'], 400), body: () => ({}) },
  { ...only('POST', '/api/registry/owners/imports/columns', ['worker'], 400), body: () => ({}) },
  {
    method: 'POST',
    url: '/api/registry/buildings/:community',
    own: { guest: 401, worker: 409 },
    foreign: { guest: 401 },
    otherwise: 403,
    body: () => ({ change: { kind: 'torn-down', at: { compound: '', building: '99' }, day: '2026-11-01' } }),
  },
  {
    method: 'POST',
    url: '/api/registry/buildings/:community/changes/:id/undo',
    own: { guest: 401, worker: 404 },
    foreign: { guest: 401 },
    otherwise: 403,
  },
  // Only who keeps the registry of the whole community changes it; a grid's worker does not.
  ...(
    [
      ['correct', { name: '王芳' }],
      ['leave', { day: '2026-11-01' }],
      ['erase', { reason: '本人要求' }],
      ['requests/:request/accept', {}],
      ['requests/:request/refuse', { reason: '和证件不符' }],
      ['move', { day: '2026-11-01', address: '3号楼101', relation: 'other' }],
    ] as const
  ).map(
    ([what, input]): Row => ({
      method: 'POST',
      url: `/api/registry/residents/:community/:id/${what}`,
      own: { guest: 401, worker: 404 },
      foreign: { guest: 401 },
      otherwise: 403,
      body: () => ({ version: 0, source: 'told', ...input }),
    }),
  ),
  {
    // A door that nobody knows.
    method: 'POST',
    url: '/api/registry/residents/:community',
    own: { guest: 401, worker: 409 },
    foreign: { guest: 401 },
    otherwise: 403,
    body: () => ({
      source: 'told',
      name: '王芳',
      address: '99号楼9909',
      relation: 'other',
      day: '2026-11-01',
    }),
  },
  {
    ...only('POST', '/api/registry/residents/:community/:id/propose', ['worker', 'grid'], 404),
    body: () => ({ field: 'name', value: '王芳' }),
  },
  only('GET', '/api/registry/requests', ['worker', 'grid']),
  // Two become one by the hand of who keeps the registry of the whole community.
  { ...only('GET', '/api/registry/duplicates/:community', ['worker']), foreign: { guest: 401 } },
  ...(
    [
      ['merge', { keep: randomUUID(), gone: randomUUID(), keepVersion: 0, goneVersion: 0 }],
      ['apart', { one: randomUUID(), other: randomUUID() }],
      ['merges/:merge/undo', {}],
    ] as const
  ).map(
    ([what, input]): Row => ({
      ...only('POST', `/api/registry/duplicates/:community/${what}`, ['worker'], 404),
      foreign: { guest: 401 },
      body: () => ({ source: 'told', reason: '同一个人', ...input }),
    }),
  ),
  // Figures are for who uses the registry or sees measures; of a street, in all its communities.
  only('GET', '/api/registry/people', ['worker', 'grid', ...streetMeasurers]),
  ...['/api/registry/people/:community', '/api/registry/people/:community/csv'].map(
    (url): Row => ({
      ...only('GET', url, ['worker', 'grid', ...streetMeasurers]),
      foreign: { guest: 401, dispatcher: 200, leader: 200, supervisor: 200 },
    }),
  ),
  // Nobody lives in the empty registry.
  { ...only('POST', '/api/registry/people/:community/list', []), body: () => ({}) },
  // Groups are seen and set by the posts that the charter names for each, of residents whom they find.
  ...(
    [
      ['groups', { group: 'volunteers', reason: '本人报名' }],
      ['groups/:membership/end', { reason: '不再参加' }],
      ['carer', {}],
      ['groups/look', { reason: '核对救助' }],
    ] as const
  ).map(
    ([what, input]): Row => ({
      ...only('POST', `/api/registry/residents/:community/:id/${what}`, ['worker', 'grid'], 404),
      body: () => ({ version: 0, source: 'told', day: '2026-11-01', ...input }),
    }),
  ),
  only('GET', '/api/organisations', ['worker', 'grid']),
  { ...only('POST', '/api/organisations/search', ['worker', 'grid']), body: () => ({ word: '小吃' }) },
  only('GET', '/api/organisations/:community/:id', ['worker', 'grid'], 404),
  {
    ...only('POST', '/api/organisations/:community/:id/reveal', ['worker', 'grid'], 404),
    body: () => ({ field: 'phone', reason: '核对电话' }),
  },
  ...(
    [
      ['correct', { name: '王记小吃' }],
      ['close', { day: '2026-11-01' }],
    ] as const
  ).map(
    ([what, input]): Row => ({
      method: 'POST',
      url: `/api/organisations/:community/:id/${what}`,
      own: { guest: 401, worker: 404 },
      foreign: { guest: 401 },
      otherwise: 403,
      body: () => ({ version: 0, source: 'told', ...input }),
    }),
  ),
  {
    // Of a kind that no charter knows.
    method: 'POST',
    url: '/api/organisations/:community',
    own: { guest: 401, worker: 400 },
    foreign: { guest: 401 },
    otherwise: 403,
    body: () => ({ source: 'told', name: '王记小吃', kind: '没有这一类', address: '柳荫街 1 号' }),
  },
  { ...only('POST', '/api/organisations/imports', ['worker'], 400), body: () => ({}) },
  only('GET', '/api/registry/exports', ['worker', 'leader']),
  {
    // Nobody lives in the empty registry.
    ...only('POST', '/api/registry/exports', ['worker'], 409),
    body: () => ({ community: 'c1', columns: ['phone'], purpose: '核对疫苗接种名单' }),
  },
  {
    ...signedIn('POST', '/api/registry/exports/:community/:id/answer', () => ({ approve: true, days: 2 })),
    otherwise: 404,
  },
  {
    ...signedIn('POST', '/api/registry/exports/:community/:id/file', () => ({ format: 'csv' })),
    otherwise: 404,
  },
  { ...only('POST', '/api/organisations/imports/columns', ['worker'], 400), body: () => ({}) },
  signedIn('GET', '/api/my-registry'),
  // Nobody of the empty registry is the one who asks.
  {
    ...signedIn('POST', '/api/my-registry/:community/prove', () => ({ name: '王芳', identityEnd: '120030' })),
    otherwise: 404,
  },
  {
    ...signedIn('POST', '/api/my-registry/:community/prove-owner', () => ({
      // A name is tried five times a day.
      name: randomUUID(),
      numberEnd: '120030',
    })),
    otherwise: 403,
  },
  {
    ...signedIn('POST', '/api/my-registry/:community/requests', () => ({ field: 'name', value: '王芳' })),
    otherwise: 404,
  },
  // Only who goes from door to door takes a day along; a phone that nobody has written down gets nothing.
  { ...only('GET', '/api/grid/day', ['grid'], 404), query: `?device=${randomUUID()}` },
  {
    ...only('POST', '/api/grid/sync', ['grid'], 404),
    body: () => ({ device: randomUUID(), sentAt: 0, items: [] }),
  },
  { ...only('GET', '/api/grid/diary', ['grid']), query: '?from=2026-11-01&until=2026-11-30' },
  only('GET', '/api/grid/devices', ['grid']),
  { ...only('POST', '/api/grid/devices', ['grid']), body: () => ({ id: randomUUID(), title: '手机' }) },
  only('GET', '/api/fieldwork/board', measurers),
  { ...only('GET', '/api/fieldwork/inspections', measurers), query: '?community=c1' },
  { ...only('GET', '/api/fieldwork/places', ['worker', 'grid']), query: '?community=c1&figure=due' },
  {
    ...only('GET', '/api/fieldwork/homes', ['worker', 'grid']),
    query: '?community=c1&figure=overdue',
  },
  only('GET', '/api/fieldwork/community', [...measurers, 'grid']),
  // Who goes from door to door gives reasons; a community worker answers them, and finds none of this id.
  only('GET', '/api/fieldwork/reasons', ['grid']),
  only('GET', '/api/fieldwork/recorded', ['grid']),
  {
    ...only('POST', '/api/fieldwork/reasons', ['grid']),
    body: () => ({
      id: randomUUID(),
      community: 'c1',
      kind: 'leave',
      from: '2026-11-09',
      until: '2026-11-09',
    }),
  },
  { ...signedIn('POST', '/api/fieldwork/reasons/:community/:id/withdraw'), otherwise: 404 },
  {
    ...only('POST', '/api/fieldwork/reasons/:community/:id/answer', ['worker'], 404),
    body: () => ({ accepted: true }),
  },
  // Whoever keeps no home here finds none.
  { ...signedIn('GET', '/api/fieldwork/homes/:community/:id'), otherwise: 404 },
  {
    ...signedIn('POST', '/api/fieldwork/homes/:community/:id/risk', () => ({
      from: 'high',
      to: 'key',
      reason: '核对权限',
    })),
    otherwise: 404,
  },
  // A phone of one's own may be erased by anyone; nobody here has one of this id.
  { ...signedIn('POST', '/api/grid/devices/:id/wipe'), otherwise: 404 },
  { ...signedIn('POST', '/api/grid/devices/:id/wiped'), otherwise: 404 },
  // Whose seat serves the whole community shares its grids anew; the worker's is the first, not the other.
  gridsOf('GET', '', 200),
  { ...gridsOf('POST', '/propose', 400), body: () => ({ grids: ['c1g1'], count: 2 }) },
  { ...gridsOf('POST', '/preview', 400), body: () => ({ draft: noDraft }) },
  {
    ...gridsOf('POST', '/changes', 400),
    body: () => ({ draft: noDraft, seats: [], from: '2026-12-01', reason: '核对权限' }),
  },
  { ...gridsOf('POST', '/changes/:id/withdraw', 409) },
  // A grid's worker keeps no whole community; whoever does has sent no file here.
  { ...only('POST', '/api/registry/imports', ['worker'], 400), body: () => ({}) },
  { ...only('POST', '/api/registry/imports/columns', ['worker'], 400), body: () => ({}) },
  // Whoever may import has sent no file here.
  { ...only('POST', '/api/imports', ['dispatcher'], 400), body: () => ({}) },
];

/** Routes that other suites hold: sign-in, files, live updates, Open311, pages of the documentation. */
export const elsewhere: readonly string[] = [
  // server/src/signin/*.test.ts
  'POST /api/auth/phone/code',
  'POST /api/auth/phone/enter',
  'POST /api/auth/staff/enter',
  'POST /api/auth/staff/second-factor',
  'POST /api/auth/staff/password',
  'POST /api/auth/staff/enrol',
  'POST /api/auth/staff/enrol/confirm',
  'POST /api/auth/staff/provider',
  'GET /api/auth/callback/oidc',
  'POST /api/auth/passkey/begin',
  'POST /api/auth/passkey/enter',
  'POST /api/session/passkeys/begin',
  'POST /api/session/passkeys',
  'DELETE /api/session/passkeys/:id',
  'GET /api/session',
  'DELETE /api/session',
  'PUT /api/session/name',
  'GET /api/session/devices',
  'DELETE /api/session/devices/:id',
  'DELETE /api/session/devices',
  'GET /api/demo/roles',
  'POST /api/demo/enter',
  // server/src/adapters/files/*.test.ts
  'POST /api/uploads',
  'OPTIONS /api/uploads',
  'PATCH /api/uploads/:id',
  'DELETE /api/uploads/:id',
  'GET /api/files/:id',
  // server/src/open311/*.test.ts
  'OPTIONS /open311/v2/*',
  ...['discovery', 'services', 'requests'].flatMap((name) => [
    `GET /open311/v2/${name}.json`,
    `GET /open311/v2/${name}.xml`,
  ]),
  'GET /open311/v2/services/*',
  'GET /open311/v2/requests/*',
  'GET /open311/v2/tokens/*',
  'POST /open311/v2/requests.json',
  'POST /open311/v2/requests.xml',
  // The description of the interface is public.
  'GET /api/docs',
  'GET /api/docs/json',
  'GET /api/docs/yaml',
  'GET /api/docs/static/*',
  'GET /api/docs/static/index.html',
  'GET /api/docs/static/swagger-initializer.js',
  // A stream does not end: server/src/http/live.test.ts
  'GET /api/events',
];
