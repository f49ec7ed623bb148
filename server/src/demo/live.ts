import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { type Instant, instant } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { civilDateOf, dueAt, instantOf } from '@liren/core/calendar/calendar.ts';
import { findDone, findMatter } from '../store/read-record.ts';
import { actOnMatter } from '../usecases/act-on-matter.ts';
import { openMatter } from '../usecases/open-matter.ts';
import type { Shell } from '../usecases/shell.ts';
import type { DemoPhotos } from './demo-photos.ts';
import type { Beat, Life, Person } from './life.ts';

export interface Stage {
  readonly shell: Shell;
  readonly photos: DemoPhotos;
  /** Nothing is told beyond this instant. */
  readonly until: Instant;
  /** Told of an act that the rules refused: the life of that matter stops there. */
  readonly refused: (key: string, type: string, code: string) => void;
}

const hour = 3_600_000;
/** Between seven in the morning and ten at night, Beijing time. */
export function daytimeFrom(at: Instant): Instant {
  const midnight = instantOf(civilDateOf(at), 0);
  const [morning, night] = [midnight + 7 * hour, midnight + 22 * hour];
  const minutes = (at / 60_000) % 50;
  if (at < morning) return instant(Math.round(morning + minutes * 60_000));
  return at < night ? at : instant(Math.round(morning + 24 * hour + minutes * 60_000));
}

const commandOf = (key: string, n: number): string => uuidFromHash(`liren/demonstration/${key}/${n}`);

/** Each matter has its own present: the same world, seen at that instant, and nobody is told while a story is made. */
const shellAt = (shell: Shell, at: Instant): Shell => ({ ...shell, now: () => at, moved: () => {} });

async function withPhoto(
  { photos }: Stage,
  community: string,
  who: Person,
  id: string,
  at: Instant,
  input: JsonObject,
): Promise<JsonObject> {
  const sha256 = await photos.add(id, community, who.person, at);
  return { ...input, photos: [{ file: id, sha256 }] };
}

/** Tells one life from its opening to the present; undefined when even the opening lies ahead. */
export async function live(stage: Stage, life: Life): Promise<string | undefined> {
  if (life.openedAt > stage.until) return undefined;
  const matter = await openLife(stage, life);
  if (matter !== undefined) await tell(stage, life.community, matter, life.key, life.openedAt, life.beats);
  return matter;
}

async function openLife(stage: Stage, life: Life): Promise<string | undefined> {
  const commandId = commandOf(life.key, 0);
  const done = await findDone(stage.shell.pool, life.community, commandId);
  if (done !== undefined) return done.matter;
  const { key: _, beats: __, openedAt, who, photo, ...request } = life;
  const input =
    photo === undefined
      ? life.input
      : await withPhoto(stage, life.community, who, uuidFromHash(`${life.key}/photo`), openedAt, life.input);
  const opened = await openMatter(shellAt(stage.shell, openedAt), who, { ...request, commandId, input });
  if (opened.ok) return opened.value.matter;
  stage.refused(life.key, 'open', `${opened.error.code} ${opened.error.about ?? ''}`);
  return undefined;
}

interface Moment {
  readonly at: Instant;
  readonly key: string;
  readonly beat: Beat;
}

/** When each beat falls; what lies ahead of the present is left out. */
function momentsOf(
  { shell, until }: Stage,
  key: string,
  from: Instant,
  beats: readonly Beat[],
): readonly Moment[] {
  let at = from;
  return beats
    .map((beat, i): Moment => {
      const next = dueAt(shell.calendar, at, beat.after);
      at = beat.daytime === true ? daytimeFrom(next) : next;
      return { at, key: `${key}/${i}`, beat };
    })
    .filter((moment) => moment.at <= until);
}

/** Tells the beats in turn; children that the story waits for are told before the next beat, others at its end. */
async function tell(
  stage: Stage,
  community: string,
  matter: string,
  key: string,
  from: Instant,
  beats: readonly Beat[],
): Promise<void> {
  const later: ChildMoment[] = [];
  let at = from;
  for (const [i, beat] of beats.entries()) {
    const [moment] = momentsOf(stage, `${key}/${i}`, at, [beat]);
    if (moment === undefined || !(await act(stage, community, matter, moment))) break;
    at = moment.at;
    if (beat.children === undefined) continue;
    const children = await childrenOf(stage, community, matter, moment, beat.children);
    if (beat.goesOn === true) {
      later.push(...children);
      continue;
    }
    const ended = await tellTogether(stage, community, children);
    // What some of them will still do lies ahead: so does the rest of this story.
    if (children.length < beat.children.flat().length) break;
    at = instant(Math.max(at, ended ?? at));
  }
  await tellTogether(stage, community, later);
}

type ChildMoment = Moment & { readonly matter: string };

/** The moments of the children that an act has just opened. */
async function childrenOf(
  stage: Stage,
  community: string,
  parent: string,
  { at, key }: Moment,
  lives: readonly (readonly Beat[])[],
): Promise<readonly ChildMoment[]> {
  const stored = await findMatter(stage.shell.pool, community, parent);
  const children = (stored?.matter.children ?? []).filter((child) => child.openedAt === at);
  return children.flatMap((child, i) =>
    momentsOf(stage, `${key}/child-${i}`, at, lives[i] ?? []).map((moment) => ({
      ...moment,
      matter: child.id,
    })),
  );
}

/** Tells several matters side by side, as time goes; returns when the last act was, if there was any. */
async function tellTogether(
  stage: Stage,
  community: string,
  moments: readonly ChildMoment[],
): Promise<Instant | undefined> {
  let last: Instant | undefined;
  const stopped = new Set<string>();
  for (const moment of [...moments].sort((a, b) => a.at - b.at)) {
    if (stopped.has(moment.matter)) continue;
    if (await act(stage, community, moment.matter, moment)) last = moment.at;
    else stopped.add(moment.matter);
  }
  return last;
}

async function act(
  stage: Stage,
  community: string,
  matter: string,
  { at, key, beat }: Moment,
): Promise<boolean> {
  const { who, type, input, photo } = beat;
  const shown =
    photo === undefined
      ? input
      : await withPhoto(stage, community, who, uuidFromHash(`${key}/${photo}`), at, input);
  const request = { commandId: commandOf(key, 1), community, matter, command: { type, input: shown } };
  const acted = await actOnMatter(shellAt(stage.shell, at), who, request);
  if (acted.ok) return true;
  const { error } = acted;
  stage.refused(
    key,
    type,
    error.kind === 'refused' ? `${error.refusal.code} ${error.refusal.about ?? ''}` : error.kind,
  );
  return false;
}
