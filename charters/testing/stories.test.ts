import type { Story } from '@liren/core/testing/story.ts';
import { days } from '@liren/core/testing/story.ts';
import { describe, expect, it } from 'vitest';
import { charterCalled } from './shipped.ts';
import { begun, closed, counted, here, otherResident, resident, seat, sitting, until, well } from './walk.ts';

/** The way that a matter goes when all goes well. */
const ways: readonly (readonly [charter: string, id: string, way: string])[] = [
  [
    'shenzhen-council',
    'residents-council',
    'screen → gather-views → deliberate → disclose → carry-out → ask → end:carried-out',
  ],
  ['shenzhen-council', 'hearing', 'gather-views → hear → decide → disclose → end:disclosed'],
  ['shenzhen-council', 'coordination', 'invite → meet → agree → carry-out → ask → end:settled'],
  ['shenzhen-council', 'appraisal', 'report → judge → improve → disclose → end:appraised'],
  ['shenzhen-council', 'residents-meeting', 'party → meet → disclose → end:adopted'],
  ['shenzhen-council', 'residents-representatives-meeting', 'party → meet → disclose → end:adopted'],
  ['shenzhen-council', 'residents-demand', 'sign → convene → end:convened'],
  ['shenzhen-council', 'committee-election', 'elect → hand-over → disclose → end:elected'],
  ['shenzhen-council', 'committee-recall', 'sign → hear → vote → leave → disclose → end:removed'],
  ['shenzhen-council', 'covenant', 'draft → discuss → party → vote → disclose → file → end:filed'],
  [
    'yidu-village',
    'four-deliberations-two-disclosures',
    'propose → discuss → review → resolve → disclose-decision → carry-out → disclose-result → end:carried-out',
  ],
  ['yidu-village', 'villagers-meeting', 'party → meet → disclose → end:adopted'],
  ['yidu-village', 'villager-representatives-meeting', 'party → meet → disclose → end:adopted'],
  ['yidu-village', 'villagers-demand', 'sign → convene → end:convened'],
  ['yidu-village', 'village-election', 'elect → hand-over → disclose → end:elected'],
  ['yidu-village', 'village-recall', 'sign → hear → vote → leave → disclose → end:removed'],
  ['yidu-village', 'village-covenant', 'draft → discuss → party → vote → disclose → file → end:filed'],
  ['yidu-village', 'village-appraisal', 'report → judge → improve → disclose → end:appraised'],
  ['yidu-village', 'collective-representatives', 'show → decide → disclose → end:adopted'],
  ['yidu-village', 'collective-assembly', 'show → decide → disclose → end:adopted'],
  [
    'yidu-village',
    'centre-household',
    'elect → seat → appoint → serve → appraise → disclose → end:commended',
  ],
  ['yidu-village', 'ethics-council', 'persuade-first → sit → advise → ask → end:settled'],
  ['haicang-micro', 'co-creation', 'consult → plan → decide → disclose → end:adopted'],
  ['haicang-micro', 'siminjiayuan', 'listen → investigate → deliberate → serve → ask → end:settled'],
  ['haicang-micro', 'adoption', 'agree → keep → look → keep → look → keep → look → keep → look → end:kept'],
  ['haicang-micro', 'coordination', 'invite → meet → agree → carry-out → ask → end:settled'],
  ['haicang-micro', 'ethics-council', 'persuade-first → sit → advise → ask → end:settled'],
  ['beijing-12345', 'meeting-on-demand', 'sign → meet → disclose → end:adopted'],
  ['zhonghaixi-1-3', 'one-plus-three', 'look → meet → close-items → disclose → ask → end:list-closed'],
  ['zhonghaixi-1-3', 'listed-demand', 'do → confirm → end:carried-out'],
  ['zhonghaixi-1-3', 'joint-conference', 'hear → sit → projects → disclose → end:carried-out'],
  ['zhonghaixi-1-3', 'joint-project', 'do → confirm → end:carried-out'],
  ['zhonghaixi-1-3', 'two-way-claiming', 'list-need → claim-need → do → ask → end:claimed'],
  ['owners-compound', 'owners-assembly', 'ordinary → disclose → carry-out → end:carried-out'],
  ['owners-compound', 'owners-demand', 'sign → convene → end:convened'],
  ['owners-compound', 'owners-committee-election', 'elect → disclose → file → end:elected'],
  [
    'owners-compound',
    'property-change',
    'hear → vote → disclose → give-notice → hand-over → confirm → end:carried-out',
  ],
  ['owners-compound', 'owners-rate-property', 'report → rate → disclose-good → end:content'],
];
/** Matters that another one calls for. */
const children = ['listed-demand', 'joint-project'];
const beginning = (charter: string, id: string) =>
  begun(charter, id, {}, children.includes(id) ? 'community' : undefined);

describe('what goes well goes all the way', () => {
  it.each(ways)('%s: %s', (charter, id, way) => {
    const done = until(beginning(charter, id), 'end');
    expect([...done.matter.path.map(({ step }) => step), done.at].join(' → ')).toBe(way);
  });
});

const at = (charter: string, id: string, step: string, input = {}): Story =>
  until(begun(charter, id, input), step);
const [shenzhen, yidu, haicang, zhonghaixi, owners] = [
  'shenzhen-council',
  'yidu-village',
  'haicang-micro',
  'zhonghaixi-1-3',
  'owners-compound',
] as const;
const seatIn = (charter: string, organ: string) => seat(charterCalled(charter), organ);
const speech = { side: 'for', text: '要' };

describe('the number that decides, and one less', () => {
  it.each<readonly [what: string, story: Story, fails: number, on: string]>([
    [
      'more than half of who is there',
      at(yidu, 'four-deliberations-two-disclosures', 'resolve'),
      15,
      'disclose-decision',
    ],
    [
      'more than half of all party members',
      at(yidu, 'four-deliberations-two-disclosures', 'review'),
      15,
      'resolve',
    ],
    [
      'two thirds of all members of the collective',
      at(yidu, 'collective-assembly', 'decide'),
      19,
      'disclose',
    ],
    [
      'three quarters of them for outsiders',
      at(yidu, 'collective-assembly', 'decide-outsiders', { subject: 'outsiders' }),
      22,
      'disclose',
    ],
    [
      'more than half of the owners and of their area',
      at(owners, 'owners-assembly', 'ordinary'),
      15,
      'disclose',
    ],
    [
      'three quarters of them to raise the fund',
      at(owners, 'owners-assembly', 'special', { subject: 'raise-fund' }),
      22,
      'disclose',
    ],
    ['more than half for a change of company', at(owners, 'property-change', 'vote'), 15, 'disclose'],
    ['a fifth of the owners demand', at(owners, 'owners-demand', 'sign'), 5, 'convene'],
    ['a tenth of the residents demand', at(shenzhen, 'residents-demand', 'sign'), 2, 'convene'],
    [
      'a tenth of the residents demand that they meet',
      at('beijing-12345', 'meeting-on-demand', 'sign'),
      2,
      'meet',
    ],
    ['a tenth of the villagers demand', at(yidu, 'villagers-demand', 'sign'), 2, 'convene'],
    ['a tenth of the voters demand a recall', at(shenzhen, 'committee-recall', 'sign'), 2, 'hear'],
    ['a fifth of the village demands one', at(yidu, 'village-recall', 'sign'), 5, 'hear'],
    ['more than half of who votes recalls', at(shenzhen, 'committee-recall', 'vote'), 15, 'leave'],
    ['more than half of who votes recalls in a village', at(yidu, 'village-recall', 'vote'), 15, 'leave'],
    ['more than half of the council', at(shenzhen, 'residents-council', 'deliberate'), 15, 'disclose'],
    [
      'more than half of the households are content',
      at(owners, 'owners-rate-property', 'rate'),
      15,
      'disclose-good',
    ],
    [
      'two thirds of all representatives of the collective',
      at(yidu, 'collective-representatives', 'decide'),
      19,
      'disclose',
    ],
    ['more than half call a village committee fit', at(yidu, 'village-appraisal', 'judge'), 15, 'improve'],
    ['more than half call a committee fit', at(shenzhen, 'appraisal', 'judge'), 15, 'improve'],
    ['more than half adopt a covenant', at(shenzhen, 'covenant', 'vote'), 15, 'disclose'],
    ['more than half adopt a village covenant', at(yidu, 'village-covenant', 'vote'), 15, 'disclose'],
  ])('%s', (_, story, fails, on) => {
    expect(well(story, fails).at).not.toBe(on);
    well(story, fails + 1).reaches(on);
  });
});

describe('too few come', () => {
  it.each<readonly [what: string, story: Story, fails: number]>([
    [
      'two thirds of the representatives of a village',
      at(yidu, 'villager-representatives-meeting', 'meet'),
      19,
    ],
    [
      'two thirds of the representatives of a community',
      at(shenzhen, 'residents-representatives-meeting', 'meet'),
      19,
    ],
    ['two thirds of the households of a village', at(yidu, 'villagers-meeting', 'meet'), 19],
    ['more than half of the residents', at(shenzhen, 'residents-meeting', 'meet'), 15],
    ['two thirds of the party members', at(yidu, 'four-deliberations-two-disclosures', 'review'), 19],
    ['two thirds of a joint conference', at(zhonghaixi, 'joint-conference', 'sit'), 19],
    ['two thirds of a council', at(haicang, 'co-creation', 'decide'), 19],
    ['more than half of a council', at(haicang, 'siminjiayuan', 'deliberate'), 15],
  ])('%s', (_, story, fails) => {
    sitting(story, fails).brings('not-quorate');
    sitting(story, fails + 1).brings('meeting-begun');
  });

  it.each<readonly [what: string, story: Story, said: Readonly<Record<string, number>>]>([
    ['owners elect', at(owners, 'owners-committee-election', 'elect'), { 'c1+c2+c3+c4+c5': 19 }],
    ['residents elect', at(shenzhen, 'committee-election', 'elect'), { 'c1+c2+c3+c4+c5': 15 }],
    ['villagers elect', at(yidu, 'village-election', 'elect'), { 'c1+c2+c3+c4+c5': 15 }],
    ['a centre household is elected', at(yidu, 'centre-household', 'elect'), { c1: 19 }],
  ])('%s', (_, story, said) => {
    counted(closed(story), said).reaches('end:not-elected');
    const [[choice = '', few = 0] = []] = Object.entries(said);
    expect(counted(closed(story), { [choice]: few + 1 }).at).not.toContain('end:');
  });
});

describe('what is refused', () => {
  it('a hearing that heard one side, and a judgement that did', () => {
    const heard = sitting(at(shenzhen, 'hearing', 'hear'));
    const { by } = here(heard);
    heard.when(by, 'speak', speech).when(by, 'write-minutes', { text: '记录' }).refused('sides-unbalanced');
    const judged = sitting(at(haicang, 'ethics-council', 'sit'));
    judged.when(here(judged).by, 'write-minutes', { text: '记录' }).refused('sides-unbalanced');
  });
  it('a residents’ meeting on less than ten days of notice', () => {
    const story = at(shenzhen, 'residents-meeting', 'meet');
    const starts = new Date(story.now + 8 * days).toISOString().slice(0, 16);
    story
      .when(here(story).by, 'convene', { starts, place: '院子', text: '议题' })
      .refused('notice-too-short');
  });
  it('a village committee that calls the party members together', () => {
    const story = at(yidu, 'four-deliberations-two-disclosures', 'review');
    story.when(seatIn(yidu, 'community'), 'convene').refused('not-yours');
  });
  it('planning together that ends before every opinion has its answer', () => {
    const asked = begun(haicang, 'co-creation').when(resident, 'register-opinion', { text: '要有座椅' });
    const { by } = here(asked);
    asked.when(by, 'close', { text: '汇总' }).refused('window-still-open');
    asked
      .later(30 * days)
      .when(by, 'close', { text: '汇总' })
      .refused('opinions-open');
  });
  it('a list that is closed before its items are', () => {
    const story = at(zhonghaixi, 'one-plus-three', 'close-items');
    const { by } = here(story);
    const listed = story.when(by, 'open-child', { organ: 'gas', reason: '开栓', text: '验收通气' });
    listed.when(by, 'finish', { text: '好了' }).refused('waiting-for-others');
  });
  it.each(['listed-demand', 'joint-project'])('%s confirmed by who did it', (id) => {
    const story = until(begun(zhonghaixi, id, {}, 'gas'), 'confirm');
    story.when(seatIn(zhonghaixi, 'gas'), 'accept').refused('not-yours');
  });
  it('a need that the community takes before the units were asked', () => {
    const community = seatIn(zhonghaixi, 'community');
    const story = begun(zhonghaixi, 'two-way-claiming')
      .when(community, 'publish', { title: '需要', text: '送午饭' })
      .later(9 * days)
      .tick()
      .reaches('claim-need');
    story.when(community, 'take').refused('not-yours');
    story
      .later(12 * days)
      .tick()
      .when(community, 'take')
      .reaches('do');
    at(zhonghaixi, 'two-way-claiming', 'claim-resource', { side: 'resource' })
      .when(community, 'take')
      .reaches('do');
  });
  it('upkeep that somebody else reports', () => {
    at(haicang, 'adoption', 'keep').when(otherResident, 'done', { text: '浇了水' }).refused('not-yours');
  });
  it('an inside note by whoever belongs to no organ', () => {
    const kept = at(haicang, 'adoption', 'keep');
    kept.when(here(kept).by, 'note-inside', { text: '浇了水' }).refused('no-such-action');
    kept.when(here(kept).by, 'note-progress', { text: '浇了水' }).brings('progress-noted');
  });
  it('deliberation before the inquiry', () => {
    at(haicang, 'siminjiayuan', 'investigate')
      .when(seatIn(haicang, 'council'), 'convene')
      .refused('no-such-action');
  });
  it('a topic that a resident takes up alone', () => {
    begun(shenzhen, 'residents-council').when(resident, 'accept').refused('not-yours');
  });
  it('an agreement that one side confirms for all', () => {
    const story = sitting(at(shenzhen, 'coordination', 'meet'));
    story
      .when(here(story).by, 'write-minutes', { text: '记录' })
      .when(otherResident, 'confirm-minutes', { right: true })
      .refused('not-yours');
  });
  it('a hand-over before the sixty days are over', () => {
    at(owners, 'property-change', 'give-notice')
      .when(seatIn(owners, 'property-company'), 'done', { text: '走了' })
      .refused('no-such-action');
  });
  it('an appraisal that ends a post the first time, but not the second', () => {
    const unfit = well(at(shenzhen, 'appraisal', 'judge'), 15).reaches('before');
    const { by } = here(unfit);
    unfit.when(by, 'send-back', { reason: '第一次' }).reaches('improve');
    expect(until(unfit.when(by, 'accept'), 'end').at).toBe('end:post-ended');
  });
});
