import { uuidFromHash } from '../../basics/hash.ts';
import { err, ok } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Action, type Context, defineKind } from '../../engine/kind.ts';
import type { ActorRule, Child, Field } from '../../engine/types.ts';

/**
 * 汇办: tie in matters that tell of the same thing, open child matters, and wait for all of them: until each has ended, or
 * waits for what the parent decides of it.
 */
export interface GatherConfig {
  /** The procedure of the child matters. */
  readonly opens?: string;
  /** Instead of opening its own: wait for those that an earlier step opened. */
  readonly from?: string;
  readonly atLeast: number;
  /** 征集: who else may propose child matters, with the answers that `fields` ask. */
  readonly proposedBy?: ActorRule;
  readonly fields?: readonly Field[];
}
interface State {
  readonly linked: readonly string[];
}
type Gather = Context<GatherConfig, State>;

const own = ({ config, matter, name }: Gather): readonly Child[] =>
  matter.children.filter((child) => child.fromStep === (config.from ?? name));
const isAtRest = ({ ended, waiting }: Child): boolean => ended !== undefined || waiting !== undefined;
/** Child ids follow from the record, so a repeated decision opens the same matters. */
const nextChild = ({ matter }: Gather): string => uuidFromHash(`${matter.id}/${matter.version}/0`);

const propose: Action<GatherConfig, State> = {
  name: 'propose',
  title: '提一个项目',
  main: true,
  by: ({ step, config: { proposedBy } }) => {
    if (proposedBy === undefined) return undefined;
    return step.by === undefined ? proposedBy : { who: 'any', of: [step.by, proposedBy] };
  },
  fields: ({ config }) => config.fields ?? [],
  decide: (context, { plain, sealed }) => {
    const children = [{ id: nextChild(context), procedure: context.config.opens ?? '' }];
    return ok({
      events: [{ type: 'children-opened', data: { children }, passedOn: { ...plain, ...sealed } }],
    });
  },
};

const openChild: Action<GatherConfig, State> = {
  name: 'open-child',
  title: '增加一项措施',
  main: true,
  by: ({ step, config }) =>
    config.opens === undefined || config.proposedBy !== undefined ? undefined : step.by,
  fields: () => [
    plainField('organ', '责任单位', 'organ'),
    plainField('reason', '措施名称', 'text', { most: 100 }),
    textField('text', '要做什么', { audience: 'public' }),
  ],
  decide: (context, { plain, sealed }) => {
    const { config, facts } = context;
    if (facts.organs.every((organ) => organ.id !== plain['organ']))
      return err({ code: 'unknown-organ', about: 'organ' });
    const children = [{ id: nextChild(context), procedure: config.opens ?? '', organ: plain['organ'] ?? '' }];
    return ok({
      events: [{ type: 'children-opened', data: { children, reason: plain['reason'] ?? '' }, sealed }],
    });
  },
};

export const gather = defineKind<GatherConfig, State>({
  kind: 'gather',
  schema: {
    type: 'object',
    required: ['atLeast'],
    properties: {
      opens: { type: 'string' },
      from: { type: 'string' },
      atLeast: { type: 'integer', minimum: 0, maximum: 100 },
      proposedBy: { $ref: '#/$defs/actor' },
      fields: { $ref: '#/$defs/fields' },
    },
    additionalProperties: false,
  },
  outcomes: () => ['gathered'],
  powers: () => ['decide'],
  actions: [
    {
      name: 'link',
      title: '归并同类事项',
      by: ({ step, config }) => (config.from === undefined ? step.by : undefined),
      fields: () => [plainField('matters', '同类事项', 'matters', { most: 200 })],
      decide: (_, { plain }) => ok({ events: [{ type: 'linked', data: plain }] }),
    },
    openChild,
    propose,
    {
      name: 'finish',
      title: '全部完成',
      makes: 'gathered',
      by: ({ step }) => step.by,
      hindrance: (context) => {
        const children = own(context);
        return children.length < context.config.atLeast || !children.every(isAtRest)
          ? { code: 'waiting-for-others' }
          : undefined;
      },
      fields: () => [textField('text', '办理结果', { audience: 'public' })],
      decide: (_, { sealed }) => ok({ events: [{ type: 'gathered', sealed }], outcome: 'gathered' }),
    },
  ],
  enter: () => ({ state: { linked: [] } }),
  evolve: (state, event) => {
    if (event.type !== 'linked') return state;
    const matters = (event.data['matters'] ?? []) as readonly string[];
    return { linked: [...new Set([...state.linked, ...matters])] };
  },
});
