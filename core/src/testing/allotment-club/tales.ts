import type { CommunityId, MatterId } from '../../basics/ids.ts';
import type { JsonObject } from '../../basics/json.ts';
import type { Actor, OpenCommand } from '../../engine/types.ts';
import { morning, Story } from '../story.ts';
import { affairs, club, organs, people, plotSeven } from './club.ts';

export const photo = { file: 'tap.jpg', sha256: 'a'.repeat(64) };
export const proof: JsonObject = { text: '换了水龙头', photos: [photo] };
export const content: JsonObject = { contacted: true, solved: true, satisfied: 'satisfied' };
export const cross: JsonObject = { contacted: true, solved: false, satisfied: 'dissatisfied' };

export const opening = (more: Partial<OpenCommand> = {}): Omit<OpenCommand, 'opener'> => ({
  id: '00000000-0000-8000-8000-000000000001' as MatterId,
  community: 'south-field' as CommunityId,
  channel: 'web',
  affair: 'event/tap',
  urgency: 'usual',
  placePath: plotSeven,
  input: { title: '水龙头漏水' },
  ...more,
});

export const tale = (procedure: string): Story =>
  new Story({ definition: club(procedure), organs, affairs }, morning);

/** Bean's tap drips, told from the moment it waits in `step`. */
export function repairAt(step: 'sort' | 'mend' | 'ask' | 'look', by: Actor = people.bean): Story {
  const told = tale('repair').open(by, opening());
  if (step === 'sort') return told;
  const sent = told.when(people.steward, 'assign', { organ: 'water-crew' });
  if (step === 'mend') return sent;
  const asked = sent.when(people.plumber, 'done', proof);
  if (step === 'ask') return asked;
  return asked.when(by, 'rate', cross).when(people.plumber, 'done', proof).when(by, 'rate', cross);
}

/** The open day, told from the moment it waits in `step`. */
export function openDayAt(step: 'plan' | 'prepare' | 'approve' | 'post'): Story {
  const told = tale('open-day').open(people.chair, opening({ input: { plan: '开门一天' } }));
  if (step === 'plan') return told;
  const planned = told.when(people.chair, 'submit', { plan: '周六开门' });
  if (step === 'prepare') return planned;
  const called = planned.when(people.steward, 'open-child', {
    organ: 'path-crew',
    reason: '扫路',
    text: '扫干净',
  });
  const [child] = called.matter.children;
  const gathered = called
    .childEnds(child?.id ?? '', 'helped')
    .when(people.steward, 'finish', { text: '好了' });
  return step === 'approve' ? gathered : gathered.when(people.auditor, 'accept');
}
