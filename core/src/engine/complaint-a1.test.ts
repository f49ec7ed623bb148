import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CommunityId, Handle, MatterId, OrganId, PlaceId } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import { unwrap } from '../basics/result.ts';
import { loadCharter, loadForm, loadProcedure } from '../checker/load.ts';
import { hours, minutes, morning, Story } from '../testing/story.ts';
import type { Actor, Definition, OpenCommand, Organ, Place } from './types.ts';

// System A1 as it ships, through the engine alone: three channels, a whistle of three departments, a displeased
// resident, a late matter.
const charters = new URL('../../../charters/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, charters), 'utf8'));
const forms = Object.fromEntries(
  readdirSync(new URL('forms/', charters)).map((file) => {
    const { id, fields } = unwrap(loadForm(read(`forms/${file}`), file));
    return [id, fields];
  }),
);
const grades = [
  { value: 'critical', title: '特急', limit: { hours: 2 } },
  { value: 'urgent', title: '紧急', limit: { hours: 24 } },
  { value: 'normal', title: '一般', limit: { days: 7 } },
  { value: 'hard', title: '疑难', limit: { days: 15 } },
];
const charter = unwrap(loadCharter(read('gallery/beijing-12345/charter.yaml'), 'charter.yaml'));
const definition = (id: string): Definition => ({
  charter,
  procedure: unwrap(loadProcedure(read(`procedures/${id}.yaml`), { file: id, forms, rolls: {}, grades })),
});

const place = (id: string, level: Place['level']): Place => ({ id: id as PlaceId, level, title: id });
const home = [
  place('district', 'district'),
  place('street', 'street'),
  place('east', 'community'),
  place('grid-3', 'grid'),
];
const organ = (kind: string, area: string): Organ => ({
  id: kind as OrganId,
  kind,
  title: kind,
  area: area as PlaceId,
});
const organs = [
  organ('street-office', 'street'),
  organ('supervision-office', 'street'),
  organ('hotline-centre', 'district'),
  organ('community', 'east'),
  organ('grid-post', 'grid-3'),
  organ('sanitation', 'street'),
  organ('urban-management', 'street'),
  organ('market-regulation', 'street'),
  organ('drainage', 'district'),
];
const affairs = {
  'event/sewer-overflow': {
    id: 'event/sewer-overflow',
    class: '城乡建设',
    group: 'event/emergency',
    handler: 'drainage',
    title: '污水外溢',
  },
};
const seat = (handle: string, post: string, at: string): Actor => ({
  handle: handle as Handle,
  kind: 'person',
  posts: [{ post, organ: at as OrganId }],
});
const resident: Actor = { handle: 'resident' as Handle, kind: 'person', posts: [] };
const clerk = seat('clerk', 'hotline-clerk', 'hotline-centre');
const gridWorker = seat('grid-worker', 'grid-worker', 'grid-post');
const dispatcher = seat('dispatcher', 'dispatcher', 'street-office');
const leader = seat('leader', 'leader', 'street-office');
const supervisor = seat('supervisor', 'supervisor', 'supervision-office');
const handler = (at: string) => seat(`handler-${at}`, 'handler', at);

const opening = (more: Partial<OpenCommand> = {}): OpenCommand => ({
  id: '00000000-0000-8000-8000-00000000000a' as MatterId,
  community: 'east' as CommunityId,
  channel: 'web',
  opener: resident.handle,
  affair: 'event/sewer-overflow',
  urgency: 'urgent',
  placePath: home,
  input: { title: '楼前污水外溢', text: '三天了，味道很大', phone: '13800000000' },
  ...more,
});
const world = (id: string) => ({ definition: definition(id), organs, affairs });
const complaint = (actor: Actor, more: Partial<OpenCommand> = {}) =>
  new Story(world('complaint'), morning).open(actor, opening(more));

const proof: JsonObject = { text: '已疏通', photos: [{ file: 'after.jpg', sha256: 'b'.repeat(64) }] };
const pleased = { contacted: true, solved: true, satisfied: 'satisfied' };
const displeased = { contacted: true, solved: false, satisfied: 'dissatisfied', comment: '又堵了' };
const dispatched = (told: Story) => told.when(dispatcher, 'assign', { organ: 'drainage' });

describe('接诉即办', () => {
  it.each([
    ['web', resident, resident.handle],
    ['hotline', clerk, 'caller' as Handle],
    ['grid', gridWorker, 'neighbour' as Handle],
  ])('takes a matter in by %s and it waits for the street', (channel, actor, opener) => {
    const told = complaint(actor, { channel, opener });
    expect(told.brings('opened', 'step-entered').at).toBe('dispatch');
    expect(told.matter).toMatchObject({ channel, opener });
    expect(told.events[0]?.data['phone']).toBeUndefined();
    expect(told.events[0]?.sealed?.['phone']?.audience).toBe('handlers');
    expect(dispatched(told).at).toBe('handle');
  });

  it('gives each urgency its time', () => {
    const due = (urgency: string) => {
      const { stage, openedAt } = dispatched(complaint(resident, { urgency })).matter;
      return stage.status === 'open' ? ((stage.visit.clocks['limit']?.dueAt ?? 0) - openedAt) / hours : 0;
    };
    // Days end at midnight: seven days from a morning are seven and fifteen hours.
    expect(['critical', 'urgent', 'normal', 'hard'].map(due)).toEqual([2, 24, 7 * 24 + 15, 15 * 24 + 15]);
  });

  it('is done only when three departments that the whistle called have reported in', () => {
    const called = ['sanitation', 'urban-management', 'market-regulation'];
    const whistle = { organs: called, reason: 'joint-enforcement', text: '餐馆乱排油污，请一起上门' };
    const told = dispatched(complaint(resident)).later(hours).when(leader, 'whistle', whistle);
    expect(told.matter.children.map(({ organ: each }) => each)).toEqual(called);
    let parent = told;
    for (const child of told.matter.children) {
      parent.when(handler('drainage'), 'done', proof).refused('waiting-for-others');
      const own = new Story(world('report-in'), told.now)
        .open(leader, {
          ...opening({ id: child.id, opener: leader.handle, input: { text: '请报到' } }),
          parent: { matter: told.matter.id, assignee: 'drainage' as OrganId },
          ...(child.organ !== undefined && { assignee: child.organ }),
        })
        .later(20 * minutes)
        .when(handler(child.organ ?? ''), 'done', { text: '已到场' })
        .later(hours)
        .when(handler(child.organ ?? ''), 'done', { text: '已处置' });
      own.when(handler(child.organ ?? ''), 'accept').refused('not-yours');
      // The organ that leads, or the street, says whether the help has helped.
      const ended = own.when(handler('drainage'), 'accept');
      expect(ended.at).toBe('end:reported-in');
      parent = parent.childEnds(child.id, 'reported-in');
    }
    const rated = parent.when(handler('drainage'), 'done', proof).when(resident, 'rate', pleased);
    expect(rated.at).toBe('end:settled');
    expect(rated.matter.answerable).toBe('drainage');
    expect(rated.matter.lateMarks).toEqual([]);
  });

  it('goes back to the handler once when the resident is displeased, then to supervision', () => {
    const once = dispatched(complaint(resident))
      .when(handler('drainage'), 'done', proof)
      .when(resident, 'rate', displeased);
    expect(once.at).toBe('handle');
    const twice = once.when(handler('drainage'), 'done', proof).when(clerk, 'record-call', displeased);
    expect(twice.at).toBe('supervise');
    twice.when(handler('drainage'), 'accept').refused('not-yours');
    expect(twice.when(supervisor, 'send-back', { reason: '还没通' }).at).toBe('handle');
    const over = twice.when(supervisor, 'accept', { note: '已现场核实' });
    expect(over.at).toBe('end:settled-supervised');
    expect(over.matter.ratings).toHaveLength(2);
  });

  it('marks what is late once, tells the supervisors, and can be excluded with reason and another hand', () => {
    const late = dispatched(complaint(resident))
      .later(24 * hours)
      .tick();
    expect(late.matter.lateMarks).toEqual([
      { step: 'handle', n: 1, clock: 'limit', dueAt: late.now, organ: 'drainage' },
    ]);
    expect(late.fresh[0]?.data['told']).toEqual([{ organ: 'supervision-office', post: 'supervisor' }]);
    expect(late.later(hours).tick().fresh).toEqual([]);
    const asked = late.when(handler('drainage'), 'ask-exclusion', {
      reason: 'needs-plan',
      text: '管网要改造',
    });
    asked.when(dispatcher, 'decide-exclusion', { granted: true, text: '同意' }).refused('not-yours');
    const granted = asked.when(supervisor, 'decide-exclusion', { granted: true, text: '已立项' });
    expect(granted.matter.exclusion).toMatchObject({ status: 'granted', reason: 'needs-plan' });
  });

  it('is returned within four working hours, and extended once', () => {
    const told = dispatched(complaint(resident, { urgency: 'normal' }));
    expect(told.later(2 * hours).when(handler('drainage'), 'return', { reason: '属园林' }).at).toBe(
      'dispatch',
    );
    told
      .later(5 * hours)
      .when(handler('drainage'), 'return', { reason: '属园林' })
      .refused('window-closed');
    const longer = told
      .when(handler('drainage'), 'ask-extension', { length: 7, reason: '等管材' })
      .when(dispatcher, 'decide-extension', { granted: true });
    // Seven days more than seven, both ending at midnight.
    const { stage } = longer.matter;
    expect(stage).toMatchObject({
      visit: { clocks: { limit: { dueAt: morning + (14 * 24 + 15) * hours } } },
    });
    longer.when(handler('drainage'), 'ask-extension', { length: 7, reason: '还等' }).refused('times-used-up');
  });

  it('is given to nobody without the power', () => {
    complaint(resident).when(dispatcher, 'assign', { organ: 'market-regulation' }).refused('lacks-power');
    complaint(resident).when(leader, 'assign', { organ: 'drainage' }).refused('not-yours');
    const told = complaint(resident).when(dispatcher, 'reject', { reason: '不在本街道' });
    expect(told.at).toBe('end:out-of-scope');
  });

  it('closes unrated when the resident does not answer for three days, and is taken back by the resident alone', () => {
    const asked = dispatched(complaint(resident)).when(handler('drainage'), 'done', proof);
    expect(asked.later(3 * 24 * hours + 15 * hours).tick().at).toBe('end:settled-unrated');
    for (const told of [complaint(resident), dispatched(complaint(resident)), asked]) {
      told.when(clerk, 'withdraw').refused('not-yours');
      expect(told.when(resident, 'withdraw').at).toBe('end:withdrawn');
    }
  });
});
