import type { CommunityId, Handle, MatterId, OrganId, PlaceId } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import type { Actor, ActorRule, Charter, Field, Organ, Place, Step } from '@liren/core/engine/types.ts';
import type { DiscussConfig } from '@liren/core/steps/discuss/discuss.ts';
import type { FormConfig } from '@liren/core/steps/form/form.ts';
import type { MeetConfig } from '@liren/core/steps/meet/config.ts';
import type { OfficeConfig } from '@liren/core/steps/office/office.ts';
import type { PublishConfig } from '@liren/core/steps/publish/publish.ts';
import type { VoteConfig, VoteState } from '@liren/core/steps/vote/config.ts';
import { ballotsOf, pollOf, rollOf } from '@liren/core/testing/polls.ts';
import { days, morning, Story } from '@liren/core/testing/story.ts';
import type { RollRule } from '@liren/core/voting/types.ts';
import { charterCalled, readProcedure } from './shipped.ts';

const place = (id: string, level: Place['level']): Place => ({ id: id as PlaceId, level, title: id });
const home = (['district', 'street', 'community', 'grid'] as const).map((level) => place(level, level));
/** One organ of each kind, which serves the place. */
const organsOf = (charter: Charter): readonly Organ[] =>
  Object.entries(charter.organs).map(([kind, { title, level }]) => ({
    id: kind as OrganId,
    kind,
    title,
    area: level as string as PlaceId,
  }));

export const resident: Actor = { handle: 'resident' as Handle, kind: 'person', posts: [] };
export const otherResident: Actor = { ...resident, handle: 'neighbour' as Handle };
/** Somebody in the first post that this kind of organ has. */
export function seat(charter: Charter, organ: string): Actor {
  const [post] = Object.entries(charter.posts).find(([, { in: kinds }]) => kinds.includes(organ)) ?? [];
  if (post === undefined) throw new Error(`${organ} has no post in ${charter.id}`);
  return { handle: organ as Handle, kind: 'person', posts: [{ post, organ: organ as OrganId }] };
}
function actorFor(rule: ActorRule | undefined, story: Story): Actor {
  const { charter } = story.world.definition;
  switch (rule?.who) {
    case 'post': {
      const [organ = ''] = charter.posts[rule.post]?.in ?? [];
      return {
        handle: rule.post as Handle,
        kind: 'person',
        posts: [{ post: rule.post, organ: organ as OrganId }],
      };
    }
    case 'organ':
      return seat(charter, rule.organ);
    case 'assignee':
      return seat(charter, story.matter.assignee ?? '');
    case 'any':
      return actorFor(rule.of[0], story);
    case 'opener':
      return { ...resident, handle: story.matter.opener };
    default:
      return resident;
  }
}

function answerTo({ type, choices }: Field): JsonObject[string] {
  if (type === 'choice') return choices?.[0]?.value ?? '';
  return type === 'number' ? 1 : '说明';
}
export const answersTo = (fields: readonly Field[], more: JsonObject = {}): JsonObject => ({
  ...Object.fromEntries(
    fields.filter(({ required }) => required).map((field) => [field.name, answerTo(field)]),
  ),
  ...more,
});

const momentOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
/** Whatever holiday it ends in, it is over. */
const after = (duration: object): number => (Number(Object.values(duration)[0]) + 12) * days;
const people = 30;
/** Whoever calls a list together says who is on it. */
const named = ({ from }: RollRule): JsonObject => (from === 'listed' ? { people: '王芳' } : {});
const squareMetres = 900_000;

/** The open step with those who act in it. */
export function here(story: Story) {
  const step = story.world.definition.procedure.steps[story.at] as Step;
  return { step, by: actorFor(step.by, story) };
}

/** Convened in time, and begun with so many of the thirty. */
export function sitting(story: Story, present = people): Story {
  const { step, by } = here(story);
  const { notice, of } = step.config as MeetConfig;
  const starts = momentOf(story.now + after(notice));
  const met = story
    .with(pollOf(rollOf(people), [], { present: { heads: present, area: 0 } }))
    .when(by, 'convene', { starts, place: '会议室', text: '议题', ...named(of) })
    .later(after(notice))
    .tick();
  return met.when(by, 'begin');
}
function meet(story: Story, yes: number): Story {
  const { step, by } = here(story);
  const { passes, ballot, sides = [], confirmedBy } = step.config as MeetConfig;
  let met = sitting(story).brings('meeting-begun');
  for (const { value } of sides) met = met.when(by, 'speak', { side: value, text: '发言' });
  if (passes !== undefined) {
    const hands = { for: yes, against: people - yes, abstain: 0, counters: '甲、乙' };
    const votes = ballotsOf({ for: yes, against: people - yes });
    met = met
      .with(pollOf(rollOf(people), votes, { present: { heads: people, area: 0 } }))
      .when(by, 'resolve', ballot === 'hands' ? hands : {});
  }
  const written = met.when(by, 'write-minutes', { text: '记录' });
  return written.when(actorFor(confirmedBy, story), 'confirm-minutes', { right: true });
}

/** Up to the closed box. */
export function closed(story: Story): Story {
  const { step, by } = here(story);
  const { roll, question, rollPublished } = step.config as VoteConfig;
  const area = roll.from === 'owners' ? squareMetres : 0;
  let next = story.with(pollOf(rollOf(people, area))).when(by, 'freeze-roll', named(roll));
  if (rollPublished !== undefined) next = next.later(after(rollPublished.objections)).tick();
  if (question.kind === 'elect' && !question.runOff)
    for (let i = 0; i <= question.seats; i += 1)
      next = next.when(by, 'nominate', { name: `候选人${i + 1}`, nominatedBy: 'organiser' });
  return next
    .when(by, 'announce', { title: '表决', text: '说明' })
    .brings('vote-announced')
    .later(90 * days)
    .tick();
}
export function counted(story: Story, said: Readonly<Record<string, number>>): Story {
  const { step, by } = here(story);
  const area = (step.config as VoteConfig).roll.from === 'owners' ? squareMetres : 0;
  return story.with(pollOf(rollOf(people, area), ballotsOf(said, area))).when(by, 'count');
}
function vote(story: Story, yes: number): Story {
  const { question } = here(story).step.config as VoteConfig;
  const full = closed(story);
  const { stage } = full.matter;
  const state = stage.status === 'open' ? (stage.visit.state as unknown as VoteState) : undefined;
  const ids = (state?.announced?.options ?? []).map(({ id }) => id).slice(0, state?.seats ?? 1);
  const choice = question.kind === 'elect' ? ids.join('+') : 'for';
  return counted(full, { [choice]: yes, ...(question.kind === 'approve' && { against: people - yes }) });
}

function discuss(story: Story): Story {
  const { step, by } = here(story);
  return story
    .when(resident, 'register-opinion', { text: '意见' })
    .brings('opinion-registered')
    .when(by, 'answer-opinion', { n: 1, adopted: true, text: '理由' })
    .later(after((step.config as DiscussConfig).for))
    .when(by, 'close', { text: '汇总' });
}
function publish(story: Story): Story {
  const { step, by } = here(story);
  return story
    .when(by, 'publish', { title: '公示', text: '内容' })
    .brings('published')
    .later(after((step.config as PublishConfig).for))
    .tick();
}
function gather(story: Story): Story {
  const { by } = here(story);
  const opened = story.when(by, 'open-child', { organ: 'community', reason: '一件', text: '要做什么' });
  const [child] = opened.matter.children;
  return opened.childEnds(child?.id ?? '', 'carried-out').when(by, 'finish', { text: '好了' });
}
const photo = { file: 'a.jpg', sha256: 'a'.repeat(64) };

/** Does what a step is for, so that it comes out well; `yes` of the thirty are for it. */
export function well(story: Story, yes = people): Story {
  const { step, by } = here(story);
  switch (step.kind) {
    case 'meet':
      return meet(story, yes);
    case 'vote':
      return vote(story, yes);
    case 'discuss':
      return discuss(story);
    case 'publish':
      return publish(story);
    case 'gather':
      return gather(story);
    case 'form':
      return story.when(by, 'submit', answersTo((step.config as FormConfig).fields));
    case 'work':
      return story.when(by, 'done', { text: '办好了', photos: [photo] });
    case 'check':
      return story.when(by, 'accept');
    case 'rate':
      return story.when(by, 'rate', { contacted: true, solved: true, satisfied: 'satisfied' });
    case 'assign':
      return story.when(by, 'take');
    case 'office':
      return (step.config as OfficeConfig).gives === undefined
        ? story.when(by, 'end-office', { name: '前任', text: '到此为止' })
        : story.when(by, 'take-office', { text: '交接好了' });
    default:
      throw new Error(`no walk through ${step.kind}`);
  }
}

/** From the form on, by whoever may open it; a matter that another one calls for has its organ from the beginning. */
export function begun(charterId: string, id: string, input: JsonObject = {}, assignee?: string): Story {
  const charter = charterCalled(charterId);
  const procedure = unwrap(readProcedure(id));
  const world = {
    definition: { charter, procedure },
    organs: organsOf(charter),
    affairs: {},
    // Nobody says anything beside a discussion.
    conversation: { participants: 0, votes: 0, statements: 0, removed: 0, waiting: 0, digest: '' },
  };
  const story = new Story(world, morning);
  const opener = actorFor(procedure.opens.by, story);
  return story.open(opener, {
    id: '00000000-0000-8000-8000-000000000001' as MatterId,
    community: 'c' as CommunityId,
    channel: 'web',
    urgency: 'normal',
    placePath: home,
    ...(assignee !== undefined && { assignee: assignee as OrganId }),
    input: answersTo(procedure.opens.form, input),
  });
}

/** Goes on well until it is at the step, or at its end. */
export function until(story: Story, at: string): Story {
  let next = story;
  for (let i = 0; next.at !== at && !next.at.startsWith('end:') && i < 40; i += 1) {
    const before = next.at;
    const moved = well(next);
    if (moved.refusal !== undefined)
      throw new Error(`${before}: ${moved.refusal.code} ${moved.refusal.about ?? ''}`);
    next = moved;
  }
  return next;
}
