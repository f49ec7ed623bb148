import type { Instant, MatterId, PersonId } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { open } from '@liren/core/engine/decide.ts';
import { evolveAll } from '@liren/core/engine/evolve.ts';
import { childEnded, childWaits, parentDecided } from '@liren/core/engine/family.ts';
import type { Definition, Draft, Facts, Matter } from '@liren/core/engine/types.ts';
import { type Effect, effectsOf, reachesParent } from '@liren/core/projections/effects.ts';
import { measureChange } from '@liren/core/projections/measures.ts';
import { messagesOf } from '@liren/core/projections/messages.ts';
import { tasksOf } from '@liren/core/projections/tasks.ts';
import { findMatter, readRecord } from '../store/read-record.ts';
import { type Queryable, type RecordWrite, writeRecord } from '../store/write-record.ts';
import { type Asker, actorIn, system } from './actor.ts';
import { numberOf } from './matter-number.ts';
import { attachPhotos, photosOn } from './photos.ts';
import { newId, sealDrafts } from './seal.ts';
import type { Moved, Shell } from './shell.ts';
import { spotOf, wordsOf } from './spoken.ts';

/** What was decided about one matter, ready to be written. */
export interface Decided {
  readonly definition: Definition;
  readonly before: { readonly matter: Matter; readonly head: string; readonly number: string } | undefined;
  readonly drafts: readonly Draft[];
  readonly facts: Facts;
  readonly command?: { readonly id: string; readonly personId: string | undefined };
  readonly participants: RecordWrite['participants'];
  /** Whose photos the record may take, where no command says it. */
  readonly uploader?: PersonId | undefined;
  /** What is written beside the events, in the same transaction: rolls and ballots stand in tables of their own. */
  readonly also?: (client: Queryable, drafts: readonly Draft[]) => Promise<void>;
}

/** Somebody else wrote the matter between our reading and our writing: read again and decide again. */
export class MovedOn extends Error {}

export function factsFor(
  shell: Shell,
  community: string,
  matter: MatterId,
  asker: Asker,
  at: Instant,
): Facts {
  return {
    now: at,
    actor: actorIn(shell, matter, asker),
    calendar: shell.calendar,
    organs: shell.directory.organsAround(community),
    affairs: shell.definitions.affairs,
  };
}

/** Time never runs backwards inside a record, even when the machine's clock does. */
export const timeFor = (shell: Shell, matter: Matter): Instant =>
  Math.max(shell.now(), matter.lastAt) as Instant;

function toWrite(shell: Shell, decided: Decided): RecordWrite {
  const { definition, before, drafts, facts } = decided;
  const matter = evolveAll(before?.matter, drafts);
  if (matter === undefined) throw new Error('a decision without events');
  const quiet: Facts = { ...facts, actor: actorIn(shell, matter.id, system) };
  const messages = messagesOf(definition, matter, drafts, facts);
  const words = wordsOf(shell, matter, drafts);
  return {
    expectedVersion: before?.matter.version,
    matter,
    number: before?.number ?? numberOf(matter),
    ...sealDrafts(shell.sealer, matter.id, before?.head, drafts),
    tasks: tasksOf(definition, matter, quiet),
    messages: messages.map((message) => ({ ...message, id: newId() })),
    measures: measureChange(before?.matter, matter, definition.procedure.timely?.step),
    participants: decided.participants,
    command: decided.command,
    words,
    spot: spotOf(drafts),
  };
}

/** Whether the decision reaches beyond its own matter, so that it needs a transaction of its own. */
export const reachesOut = (decided: Decided): boolean =>
  decided.also !== undefined ||
  photosOn(decided.drafts).length > 0 ||
  decided.drafts.some(({ type }) => type === 'children-opened' || type === 'allocated') ||
  (decided.before?.matter.parent !== undefined && reachesParent(decided.drafts));

/** What was written: the number of the decided matter, and every matter that moved, itself first. */
export interface Settled {
  readonly number: string;
  readonly moved: readonly Moved[];
}

/**
 * Writes a decision and all that it brings about in other matters of the same community. Without `reachesOut`
 * it is one statement; with it, `client` must be inside a transaction.
 */
export async function settle(shell: Shell, client: Queryable, decided: Decided): Promise<Settled> {
  await holdParent(client, decided);
  const write = toWrite(shell, decided);
  if (!(await writeRecord(client, write))) throw new MovedOn();
  await decided.also?.(client, decided.drafts);
  const photos = photosOn(decided.drafts);
  const { community, id } = write.matter;
  const uploader = decided.command?.personId ?? decided.uploader;
  if (!(await attachPhotos(client, community, id, uploader, photos))) throw new MovedOn();
  const moved: Moved[] = [
    {
      community: write.matter.community,
      matter: write.matter.id,
      version: write.matter.version,
      audiences: [...new Set([...write.tasks, ...write.messages].map((each) => each.audience))],
    },
  ];
  for (const effect of effectsOf(write.matter, decided.drafts)) {
    const next = await follow(shell, client, write.matter, effect, decided);
    if (next !== undefined) moved.push(...(await settle(shell, client, next)).moved);
  }
  return { number: write.number, moved };
}

const follow = async (
  shell: Shell,
  client: Queryable,
  matter: Matter,
  effect: Effect,
  decided: Decided,
): Promise<Decided | undefined> => {
  switch (effect.effect) {
    case 'open-child':
      return openChild(shell, matter, effect, decided);
    case 'tell-child':
      return tellChild(shell, client, matter, effect, decided.facts.now);
    default:
      return tellParent(shell, client, matter, effect, decided.facts.now);
  }
};

/**
 * A child that ends or waits changes its parent as well. The parent is held first: of several children that end at once each
 * waits its turn, and whoever acts on the parent holds it before its children, too.
 */
async function holdParent(client: Queryable, { before, drafts }: Decided): Promise<void> {
  const { community, parent } = before?.matter ?? {};
  if (parent === undefined || !reachesParent(drafts)) return;
  await client.query('SELECT 1 FROM matter WHERE community_id = $1 AND id = $2::uuid FOR UPDATE', [
    community,
    parent,
  ]);
}

function openChild(
  shell: Shell,
  parent: Matter,
  effect: Extract<Effect, { effect: 'open-child' }>,
  { facts: parentFacts, command }: Decided,
): Decided {
  // Who called is known in each matter under another pseudonym: nobody ties them together from outside.
  const person = command?.personId as PersonId | undefined;
  const caller: Asker | undefined = person && {
    kind: 'person',
    person,
    posts: parentFacts.actor.posts,
  };
  const facts = caller ? factsFor(shell, parent.community, effect.id, caller, parentFacts.now) : parentFacts;
  const opener = facts.actor.handle;
  const participants = person === undefined ? [] : [{ handle: opener, personId: person, role: 'opener' }];
  const charter = shell.directory.findCommunity(parent.community)?.charter;
  const definition = charter && shell.definitions.current(charter, effect.procedure, facts.now);
  if (definition === undefined) throw new Error(`no procedure ${effect.procedure} for a child matter`);
  const drafts = open(
    definition,
    {
      id: effect.id,
      community: parent.community,
      channel: 'matter',
      opener,
      ...(parent.affair !== undefined && { affair: parent.affair.id }),
      urgency: parent.urgency,
      placePath: parent.placePath,
      parent: { matter: parent.id, ...(parent.assignee !== undefined && { assignee: parent.assignee }) },
      ...(effect.organ !== undefined && { assignee: effect.organ }),
      input: effect.input,
    },
    facts,
  );
  if (!drafts.ok) throw new Error(`child matter refused: ${JSON.stringify(drafts.error)}`);
  return { definition, before: undefined, drafts: drafts.value, facts, participants, uploader: person };
}

/** Another matter of the same community, to be told of something by the machine itself. */
async function other(shell: Shell, client: Queryable, community: string, id: string, at: Instant) {
  const before = await findMatter(client, community, id);
  if (before === undefined) throw new Error(`no matter ${id} to tell`);
  const { matter } = before;
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  const now = Math.max(at, matter.lastAt) as Instant;
  return { before, definition, facts: factsFor(shell, matter.community, matter.id, system, now) };
}
type Other = Awaited<ReturnType<typeof other>>;
const toldTo = ({ before, definition, facts }: Other, drafts: readonly Draft[]): Decided | undefined =>
  drafts.length === 0 ? undefined : { definition, before, drafts, facts, participants: [] };

async function tellParent(
  shell: Shell,
  client: Queryable,
  child: Matter,
  effect: Extract<Effect, { readonly parent: MatterId }>,
  at: Instant,
): Promise<Decided | undefined> {
  const parent = await other(shell, client, child.community, effect.parent, at);
  const { before, definition, facts } = parent;
  const { id } = child;
  if (effect.effect === 'tell-parent')
    return toldTo(parent, childEnded(definition, before.matter, { id, outcome: effect.outcome }, facts));
  const about = await answersOf(client, child, effect.tells);
  return toldTo(parent, childWaits(definition, before.matter, { id, about }, facts));
}

async function tellChild(
  shell: Shell,
  client: Queryable,
  parent: Matter,
  { child, outcome }: Extract<Effect, { effect: 'tell-child' }>,
  at: Instant,
): Promise<Decided | undefined> {
  const told = await other(shell, client, parent.community, child, at);
  return toldTo(told, parentDecided(told.definition, told.before.matter, outcome, told.facts));
}

/** Plain answers by these names, as they were last given. */
async function answersOf(
  client: Queryable,
  { community, id }: Matter,
  names: readonly string[],
): Promise<JsonObject> {
  const events = await readRecord(client, community, id);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = events.findLast(({ data }) => data[name] !== undefined)?.data[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
