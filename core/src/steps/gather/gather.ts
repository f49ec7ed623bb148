import { uuidFromHash } from '../../basics/hash.ts';
import { err, ok } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Context, defineKind } from '../../engine/kind.ts';

/** 汇办: tie in matters that tell of the same thing, open child matters, and wait for all of them. */
export interface GatherConfig {
  /** The procedure of the child matters. */
  readonly opens: string;
  readonly atLeast: number;
}
interface State {
  readonly linked: readonly string[];
}
type Gather = Context<GatherConfig, State>;

const own = ({ matter, name }: Gather) => matter.children.filter((child) => child.fromStep === name);

export const gather = defineKind<GatherConfig, State>({
  kind: 'gather',
  schema: {
    type: 'object',
    required: ['opens', 'atLeast'],
    properties: { opens: { type: 'string' }, atLeast: { type: 'integer', minimum: 0, maximum: 100 } },
    additionalProperties: false,
  },
  outcomes: () => ['gathered'],
  powers: () => ['decide'],
  actions: [
    {
      name: 'link',
      title: '归并同类事项',
      by: ({ step }) => step.by,
      fields: () => [plainField('matters', '同类事项', 'matters', { most: 200 })],
      decide: (_, { plain }) => ok({ events: [{ type: 'linked', data: plain }] }),
    },
    {
      name: 'open-child',
      title: '增加一项措施',
      main: true,
      by: ({ step }) => step.by,
      fields: () => [
        plainField('organ', '责任单位', 'organ'),
        plainField('reason', '措施名称', 'text', { most: 100 }),
        textField('text', '要做什么', { audience: 'public' }),
      ],
      decide: ({ config, matter, facts }, { plain, sealed }) => {
        if (facts.organs.every((organ) => organ.id !== plain['organ']))
          return err({ code: 'unknown-organ', about: 'organ' });
        const id = uuidFromHash(`${matter.id}/${matter.version}/0`);
        const children = [{ id, procedure: config.opens, organ: plain['organ'] ?? '' }];
        return ok({
          events: [{ type: 'children-opened', data: { children, reason: plain['reason'] ?? '' }, sealed }],
        });
      },
    },
    {
      name: 'finish',
      title: '全部完成',
      makes: 'gathered',
      by: ({ step }) => step.by,
      hindrance: (context) => {
        const children = own(context);
        const short =
          children.length < context.config.atLeast || children.some((child) => child.ended === undefined);
        return short ? { code: 'waiting-for-others' } : undefined;
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
