import type { MatterId } from '@liren/core/basics/ids.ts';
import { collectsNames, documentsIn } from '@liren/core/documents/on-record.ts';
import { offers } from '@liren/core/engine/actions.ts';
import { suggestOrgans } from '@liren/core/engine/powers.ts';
import { didOf } from '@liren/core/engine/says.ts';
import type { Definition, Matter } from '@liren/core/engine/types.ts';
import { openerTitle } from '@liren/core/projections/stations.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { refusalBody } from '../http/failures.ts';
import type { OpenedValue } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import { prefilled } from './documents.ts';
import type { LineDeps } from './lines.ts';
import { nextOf } from './next-of.ts';
import { plainAnswers } from './plain-answers.ts';
import { withPoll } from './polls/poll-facts.ts';
import { readChildren } from './read-children.ts';
import { readWhole } from './read-whole.ts';
import { receiptPath } from './receipt.ts';
import { type Names, saidIn } from './said.ts';
import { findSeen, type Seen } from './seen.ts';
import { stationBodies } from './station-bodies.ts';

/** Everything the matter page shows; see MatterBody for the shape. */
export async function viewMatter(deps: LineDeps, asker: Asker, found: Seen) {
  const { shell, directory, library } = deps;
  const seen = { ...found, facts: await withPoll(shell, found.definition, found.matter, found.facts) };
  const { matter, number, head, definition, facts, sight } = seen;
  const { community, id, stage } = matter;
  const whole = await readWhole(deps, seen);
  const { events, said, names } = whole;
  const affair = matter.affair === undefined ? undefined : library.affairs[matter.affair.id];
  const organ = matter.assignee === undefined ? undefined : directory.findOrgan(matter.assignee);
  const spot = await readSpot(deps, community, id);
  return {
    community,
    communityTitle: directory.findCommunity(community)?.title ?? '',
    id,
    number,
    version: matter.version,
    sight,
    mine: facts.actor.handle === matter.opener,
    procedure: { id: definition.procedure.id, title: definition.procedure.title },
    title: whole.title,
    written: whole.written,
    ...(affair !== undefined && { affair: { id: affair.id, title: affair.title, class: affair.class } }),
    urgency: {
      value: matter.urgency,
      title:
        definition.procedure.grades.find((grade) => grade.value === matter.urgency)?.title ?? matter.urgency,
    },
    channel: matter.channel,
    places: [...matter.placePath],
    ...(spot !== undefined && { spot }),
    openedAt: matter.openedAt,
    status: stage.status,
    ...(stage.status === 'ended' && { outcome: stage.outcome, endedAt: stage.at }),
    ...(organ !== undefined && { assignee: { id: organ.id, title: organ.title } }),
    ...(stage.status === 'open' && {
      visit: {
        step: stage.visit.step,
        n: stage.visit.n,
        kind: stage.visit.kind,
        ...namesAsked(definition, stage.visit.step),
        state: { ...stage.visit.state },
      },
    }),
    ...nextOf(deps, seen),
    ...(sight !== 'public' && receiptPath(shell, definition.procedure.opens.about, matter)),
    stations: stationBodies(deps, seen),
    record: events.map((event) => eventView(deps, seen, event, said, names)),
    head,
    documents: documentsIn(events),
    offers: offers(definition, matter, facts).map(({ stamp: _, hindrance, fields, ...offer }) => ({
      ...offer,
      fields: fields.map((field) => ({ ...field, ...(field.choices && { choices: [...field.choices] }) })),
      ...(hindrance !== undefined
        ? { hindrance: refusalBody(hindrance) }
        : prefilled(deps, seen, whole, { ...offer, fields })),
    })),
    ...(await parentOf(deps, asker, matter)),
    children: await readChildren(deps, matter, sight),
    joined: matter.joined.length,
    joinedByMe: matter.joined.includes(facts.actor.handle),
    ...ratingOf(matter),
    ...(matter.exclusion !== undefined && {
      exclusion: { status: matter.exclusion.status, reason: matter.exclusion.reason },
    }),
    suggestedOrgans: suggested(seen),
  };
}
export type MatterView = Awaited<ReturnType<typeof viewMatter>>;

async function readSpot({ shell }: LineDeps, community: string, id: MatterId) {
  const { rows } = await shell.pool.query<{ lat: number | null; long: number | null }>(
    'SELECT lat, long FROM matter WHERE community_id = $1 AND id = $2::uuid',
    [community, id],
  );
  const [row] = rows;
  return row === undefined || row.lat === null || row.long === null
    ? undefined
    : { lat: row.lat, long: row.long };
}

function eventView(
  { directory }: LineDeps,
  { matter, definition, facts, sight }: Seen,
  event: ChainedEvent,
  said: readonly OpenedValue[],
  names: Names,
) {
  const { actor, step } = event;
  const post = actor.post === undefined ? undefined : definition.charter.posts[actor.post]?.title;
  const organ = actor.organ === undefined ? undefined : directory.findOrgan(actor.organ)?.title;
  const name = post === undefined ? undefined : names.get(actor.handle);
  const role = roleOf(actor.handle, post, matter);
  const did = didOf(definition.procedure, event);
  const answers = plainAnswers(definition, event);
  return {
    seq: event.seq,
    type: event.type,
    ...(step !== undefined && { step, stepTitle: definition.procedure.steps[step]?.title ?? step }),
    ...namesAsked(definition, step),
    ...(did !== undefined && { did }),
    at: event.at,
    by: {
      role,
      ...(role === 'opener' && { called: openerTitle(definition.procedure) }),
      ...(post !== undefined && { post }),
      ...(organ !== undefined && { organ }),
      ...(name !== undefined && { name }),
      ...(actor.handle === facts.actor.handle && { me: true }),
    },
    data: { ...event.data },
    ...(answers.length > 0 && { answers }),
    said: saidIn(definition, event, said, sight),
    hash: event.hash,
  };
}

/** Whether names on a demand are collected at the step: its words are of signing. */
const namesAsked = ({ procedure }: Definition, step: string | undefined) =>
  step !== undefined && collectsNames(procedure.steps[step]) ? { signing: true } : {};

function roleOf(
  handle: string,
  post: string | undefined,
  matter: Matter,
): 'opener' | 'person' | 'post' | 'system' {
  if (handle === 'system') return 'system';
  if (post !== undefined) return 'post';
  return handle === matter.opener ? 'opener' : 'person';
}

async function parentOf(deps: LineDeps, asker: Asker, matter: Matter) {
  if (matter.parent === undefined) return {};
  const parent = await findSeen(deps, asker, matter.community, matter.parent);
  if (parent === undefined) return {};
  const affair = parent.matter.affair && deps.library.affairs[parent.matter.affair.id];
  return { parent: { id: matter.parent, title: affair?.title ?? parent.definition.procedure.title } };
}

function ratingOf({ ratings }: Matter) {
  const last = ratings.at(-1);
  if (last === undefined) return {};
  const { contacted, solved, satisfied, at, by } = last;
  return { rating: { contacted, solved, satisfied, at, by } };
}

/** For whoever may dispatch now: organs by place and affair, narrowest first. */
function suggested({ matter, definition, facts, sight }: Seen) {
  const kind = matter.stage.status === 'open' ? matter.stage.visit.kind : undefined;
  if (sight !== 'handlers' || kind !== 'assign') return [];
  return suggestOrgans(definition.charter, facts.organs, matter.placePath, matter.affair)
    .slice(0, 5)
    .map((organ) => {
      const area = matter.placePath.find((place) => place.id === organ.area)?.title ?? '';
      return {
        id: organ.id,
        title: organ.title,
        serves: area,
        hasPower: matter.affair !== undefined,
      };
    });
}
