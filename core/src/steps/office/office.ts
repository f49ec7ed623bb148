import type { CivilDate } from '../../basics/ids.ts';
import { err, ok, type Result } from '../../basics/result.ts';
import { addDays, addYears, civilDateOf } from '../../calendar/calendar.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Action, type Context, defineKind } from '../../engine/kind.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { Organ } from '../../engine/types.ts';
import type { Option } from '../../voting/facts.ts';

/** 任职: whom the matter elected take office for a term, or somebody leaves an office before its term is over. */
export interface OfficeConfig {
  /** The post that the elected take. */
  readonly gives?: string;
  readonly term?: { readonly years: number };
  /** Whoever holds the post already keeps it: a by-election, or an office that several hold in one organ. */
  readonly beside?: boolean;
  /** 当选证书 where nothing is said: what the paper is called that each of them is handed. */
  readonly certificate?: string;
  /** The post that somebody leaves. */
  readonly ends?: string;
  /** The kind of organ in which it is held. */
  readonly in: string;
}
type State = Record<string, never>;
type Office = Context<OfficeConfig, State>;

/** What the record says of those who took office; who they are stands outside it. */
export interface OfficesTaken {
  readonly post: string;
  readonly organ: string;
  readonly from: CivilDate;
  /** The last day of the term. */
  readonly until: CivilDate;
  readonly people: readonly Option[];
  readonly beside: boolean;
}
export interface OfficeEnded {
  readonly post: string;
  readonly organ: string;
  readonly name: string;
  /** The first day without the office. */
  readonly on: CivilDate;
}

/** Of the kind that the procedure names, the one that serves the smallest place. */
function organIn({ config, matter, facts }: Office): Result<Organ, Refusal> {
  const places = matter.placePath.map(({ id }) => id);
  const [nearest] = facts.organs
    .filter(({ kind, area }) => kind === config.in && places.includes(area))
    .sort((a, b) => places.indexOf(b.area) - places.indexOf(a.area));
  return nearest === undefined ? err({ code: 'unknown-organ', about: config.in }) : ok(nearest);
}

const electedBy = ({ matter }: Office): readonly Option[] =>
  matter.resolutions.flatMap(({ elected }) => elected);

const take: Action<OfficeConfig, State> = {
  name: 'take-office',
  title: '交接完毕，新任上岗',
  main: true,
  makes: 'offices-taken',
  by: ({ step, config }) => (config.gives === undefined ? undefined : step.by),
  hindrance: (context) => (electedBy(context).length === 0 ? { code: 'nobody-elected' } : undefined),
  fields: () => [textField('text', '交接情况', { audience: 'public' })],
  decide: (context, { sealed }) => {
    const { config, facts } = context;
    const organ = organIn(context);
    if (!organ.ok) return organ;
    const from = civilDateOf(facts.now);
    const data = {
      post: config.gives ?? '',
      organ: organ.value.id,
      from,
      until: addDays(addYears(from, config.term?.years ?? 1), -1),
      people: electedBy(context).map(({ id, title }) => ({ id, title })),
      beside: config.beside === true,
    };
    return ok({ events: [{ type: 'offices-taken', data, sealed }], outcome: 'done' });
  },
};

const end: Action<OfficeConfig, State> = {
  name: 'end-office',
  title: '职务终止',
  main: true,
  makes: 'office-ended',
  by: ({ step, config }) => (config.ends === undefined ? undefined : step.by),
  fields: () => [
    plainField('name', '谁的职务终止', 'text', { most: 40 }),
    textField('text', '说明', { audience: 'public' }),
  ],
  decide: (context, { plain, sealed }) => {
    const organ = organIn(context);
    if (!organ.ok) return organ;
    const data = {
      post: context.config.ends ?? '',
      organ: organ.value.id,
      name: String(plain['name']),
      on: civilDateOf(context.facts.now),
    };
    return ok({ events: [{ type: 'office-ended', data, sealed }], outcome: 'done' });
  },
};

export const office = defineKind<OfficeConfig, State>({
  kind: 'office',
  schema: {
    type: 'object',
    required: ['in'],
    properties: {
      gives: { type: 'string', minLength: 1 },
      term: {
        type: 'object',
        required: ['years'],
        properties: { years: { type: 'integer', minimum: 1, maximum: 10 } },
        additionalProperties: false,
      },
      beside: { type: 'boolean' },
      certificate: { type: 'string', minLength: 2, maxLength: 10 },
      ends: { type: 'string', minLength: 1 },
      in: { type: 'string', minLength: 1 },
    },
    additionalProperties: false,
  },
  outcomes: () => ['done'],
  powers: () => ['execute', 'decide'],
  actions: [take, end],
  enter: () => ({ state: {} }),
  evolve: (state) => state,
});
