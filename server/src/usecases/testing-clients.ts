import { randomUUID } from 'node:crypto';
import { matterId, type PersonId, personId } from '@liren/core/basics/ids.ts';
import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import { type Offer, offers } from '@liren/core/engine/actions.ts';
import { suggestOrgans } from '@liren/core/engine/powers.ts';
import type { Definition, Field, Matter } from '@liren/core/engine/types.ts';
import type { Chance } from '../demo/chance.ts';
import { streetOrgans, streetPlaces } from '../demo/street.ts';
import { findMatter } from '../store/read-record.ts';
import { actOnMatter } from './act-on-matter.ts';
import type { Asker } from './actor.ts';
import { openMatter } from './open-matter.ts';
import { factsFor, timeFor } from './settle.ts';
import type { Shell } from './shell.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** What a client was told: this command did this to that matter. */
export interface Acknowledged {
  readonly command: string;
  readonly type: string;
  readonly matter: string;
  readonly version: number;
}
/** Everything that happened, as seen from outside. */
export interface Seen {
  readonly acknowledged: Acknowledged[];
  /** Commands that were sent more than once. */
  readonly repeated: Set<string>;
  refused: number;
}
/** A matter somewhere in the street. */
export interface Known {
  readonly community: string;
  readonly matter: string;
}

const posts: Readonly<Record<string, string>> = {
  'hotline-centre': 'hotline-clerk',
  'supervision-office': 'supervisor',
  'grid-post': 'grid-worker',
};

/** Somebody in every seat of the street, and residents without any. */
export function everybody(): readonly Person[] {
  const someone = (post?: string, organ?: string): Person => ({
    kind: 'person',
    person: personId(randomUUID()),
    posts: post === undefined || organ === undefined ? [] : [{ post, organ: organ as never }],
  });
  const seated = streetOrgans.map(({ id, kind }) => someone(posts[kind] ?? 'handler', id));
  const office = ['leader', 'dispatcher', 'dispatcher'].map((post) => someone(post, 'street-office'));
  return [
    ...seated,
    ...office,
    someone('supervisor', 'supervision-office'),
    ...Array.from({ length: 6 }, () => someone()),
  ];
}

async function photoOf(shell: Shell, community: string, person: PersonId): Promise<Json> {
  const [file, sha256] = [randomUUID(), 'ab'.repeat(32)];
  await shell.pool.query(
    `INSERT INTO file (community_id, id, bytes, sha256, media_type, width_pixels, height_pixels, uploaded_by, created_at)
     VALUES ($1, $2, 1, $3, 'image/jpeg', 1, 1, $4, 0)`,
    [community, file, sha256, person],
  );
  return [{ file, sha256 }];
}

/** Some answer to what is asked; undefined to leave it out. */
async function answerTo(
  shell: Shell,
  chance: Chance,
  field: Field,
  { matter, definition, who }: { matter: Matter; definition: Definition; who: Person },
): Promise<Json | undefined> {
  if (!field.required && chance.happens(0.6)) return undefined;
  const organs = shell.directory.organsAround(matter.community);
  switch (field.type) {
    case 'text':
    case 'long-text':
      return `话 ${chance.between(1, 99)}`;
    case 'choice':
      return chance.pick(field.choices ?? []).value;
    case 'yes-no':
      return chance.happens(0.7);
    case 'number':
      return 1;
    case 'organ':
      return chance.pick(suggestOrgans(definition.charter, organs, matter.placePath, matter.affair)).id;
    case 'organs':
      return ['drainage', 'housing', 'fire'].slice(0, chance.between(1, 3));
    case 'photos':
      return photoOf(shell, matter.community, who.person);
    default:
      return undefined;
  }
}

/** Opens a matter, sometimes twice at once under one command id. */
export async function openSomething(
  shell: Shell,
  chance: Chance,
  people: readonly Person[],
  seen: Seen,
): Promise<Known | undefined> {
  const who = chance.pick(people.filter((each) => each.posts.length === 0));
  const place = chance.pick(streetPlaces.filter(({ level }) => level === 'building'));
  const request = {
    commandId: randomUUID(),
    procedure: 'complaint',
    community: shell.directory.findCommunityOf(place.id)?.id ?? '',
    place: place.id,
    affair: chance.pick([
      'event/sewer-blocked',
      'event/exposed-rubbish',
      'service/lift-fault',
      'event/neighbour-dispute',
    ]),
    urgency: chance.pick(['critical', 'urgent', 'normal']),
    channel: 'web',
    input: { title: `事 ${chance.between(1, 999)}`, location: { lat: 39.9, long: 116.4 } },
  };
  const { answers } = await sendOften(chance, seen, request.commandId, () => openMatter(shell, who, request));
  for (const answer of answers) {
    if (!answer.ok) throw new Error(`opening refused: ${answer.error.code}`);
    const { matter, version } = answer.value;
    seen.acknowledged.push({ command: request.commandId, type: 'open', matter, version });
  }
  const [first] = answers;
  return first?.ok === true ? { community: first.value.community, matter: first.value.matter } : undefined;
}

/** As an impatient phone on a bad line does: once, twice at the same time, or again after the answer. */
async function sendOften<T>(
  chance: Chance,
  seen: Seen,
  command: string,
  send: () => Promise<T>,
): Promise<{ readonly answers: readonly T[]; readonly wereAtOnce: boolean }> {
  const roll = chance.next();
  if (roll < 0.7) return { answers: [await send()], wereAtOnce: false };
  seen.repeated.add(command);
  if (roll < 0.85) return { answers: await Promise.all([send(), send()]), wereAtOnce: true };
  const first = await send();
  return { answers: [first, await send()], wereAtOnce: false };
}

/** Takes some act that somebody may take now on this matter or one of its children; others may be quicker. */
export async function actSomehow(
  shell: Shell,
  chance: Chance,
  people: readonly Person[],
  known: Known,
  seen: Seen,
): Promise<void> {
  const stored = await findMatter(shell.pool, known.community, known.matter);
  if (stored === undefined) throw new Error(`no matter ${known.matter}`);
  const child = stored.matter.children.filter(({ ended }) => ended === undefined);
  const at = child.length > 0 && chance.happens(0.7) ? { ...known, matter: chance.pick(child).id } : known;
  const matter = (await findMatter(shell.pool, at.community, at.matter))?.matter;
  if (matter === undefined) throw new Error(`no matter ${at.matter}`);
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  const found = possible(shell, chance, definition, matter, people);
  if (found.length === 0) return;
  const { who, offer } = chance.pick(found);
  const input: Record<string, Json> = {};
  for (const field of offer.fields) {
    const answer = await answerTo(shell, chance, field, { matter, definition, who });
    if (answer !== undefined) input[field.name] = answer;
  }
  await send(shell, chance, who, at, offer.name, input, seen);
}

function possible(
  shell: Shell,
  chance: Chance,
  definition: Definition,
  matter: Matter,
  people: readonly Person[],
) {
  const all = people.flatMap((who) => {
    const facts = factsFor(shell, matter.community, matterId(matter.id), who, timeFor(shell, matter));
    return offers(definition, matter, facts)
      .filter(({ hindrance }) => hindrance === undefined)
      .map((offer): { who: Person; offer: Offer } => ({ who, offer }));
  });
  // Each kind of act is as likely as any other, however many people might take it.
  const names = [...new Set(all.map(({ offer }) => offer.name))];
  // What leads through child matters to the end takes many acts, and would seldom be met by chance alone.
  const onwards = names.filter((name) => ['assign', 'whistle', 'done', 'accept'].includes(name));
  const chosen = onwards.length > 0 && chance.happens(0.5) ? onwards : names;
  return chosen.flatMap((name) => all.filter(({ offer }) => offer.name === name).slice(0, 2));
}

async function send(
  shell: Shell,
  chance: Chance,
  who: Person,
  { community, matter }: Known,
  type: string,
  input: JsonObject,
  seen: Seen,
): Promise<void> {
  const commandId = randomUUID();
  const request = { commandId, community, matter, command: { type, input } };
  const { answers, wereAtOnce } = await sendOften(chance, seen, commandId, () =>
    actOnMatter(shell, who, request),
  );
  for (const answer of answers) {
    if (answer.ok) {
      const { version } = answer.value;
      seen.acknowledged.push({ command: commandId, type, matter: answer.value.matter, version });
    } else if (answer.error.kind === 'refused') seen.refused += 1;
    else throw new Error(`matter ${matter} was not found`);
  }
  // Once acknowledged, a repetition is never refused; what was refused may succeed later, when others have moved on.
  const [first, ...later] = answers;
  if (first?.ok === true && later.some(({ ok }) => !ok) && !wereAtOnce)
    throw new Error(`${type} was acknowledged, and refused when it came again`);
}
