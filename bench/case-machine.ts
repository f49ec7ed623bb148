import { assign, setup } from 'xstate';

/**
 * The complaint procedure as an XState machine: the same states, commands, guards and data that its engine keeps,
 * with limits as plain instants. Forms, the charter's powers and the record itself have no counterpart here.
 */
export interface CaseContext {
  readonly opener: string;
  readonly openedAt: number;
  readonly lastAt: number;
  readonly dueAt: number;
  readonly assignee: string | undefined;
  readonly answerable: string | undefined;
  readonly affair: string;
  readonly urgency: string;
  readonly displeased: number;
  readonly path: readonly { step: string; enteredAt: number; leftAt: number; outcome: string }[];
  readonly enteredAt: number;
  readonly notes: number;
  readonly ratings: readonly { at: number; contacted: boolean; solved: boolean; satisfied: string }[];
}
interface By {
  readonly at: number;
  readonly handle: string;
  readonly organ?: string;
  readonly post?: string;
}
export type CaseEvent =
  | ({ readonly type: 'assign'; readonly organ_: string } & By)
  | ({ readonly type: 'note-progress'; readonly text: string } & By)
  | ({ readonly type: 'done'; readonly text: string; readonly photos: readonly string[] } & By)
  | ({
      readonly type: 'rate';
      readonly contacted: boolean;
      readonly solved: boolean;
      readonly satisfied: string;
    } & By)
  | ({ readonly type: 'accept' } & By)
  | ({ readonly type: 'send-back' } & By)
  | ({ readonly type: 'withdraw' } & By);

const left = (context: CaseContext, event: CaseEvent, step: string, outcome: string, limit: number) => ({
  path: [...context.path, { step, enteredAt: context.enteredAt, leftAt: event.at, outcome }],
  enteredAt: event.at,
  lastAt: event.at,
  dueAt: event.at + limit,
});
const hour = 3_600_000;

export const caseMachine = setup({
  types: {
    context: {} as CaseContext,
    events: {} as CaseEvent,
    input: {} as { opener: string; at: number; affair: string; urgency: string },
  },
  guards: {
    isDispatcher: ({ event }) => event.post === 'dispatcher',
    isAssignee: ({ context, event }) => event.organ === context.assignee,
    hasProof: ({ event }) => event.type === 'done' && event.text !== '' && event.photos.length > 0,
    isOpener: ({ context, event }) => event.handle === context.opener,
    isSupervisor: ({ event }) => event.post === 'supervisor',
    isPleased: ({ event }) => event.type === 'rate' && event.solved && event.satisfied !== 'dissatisfied',
    mayRepeat: ({ context }) => context.displeased < 1,
  },
  actions: {
    assigned: assign(({ context, event }) =>
      event.type === 'assign'
        ? {
            ...left(context, event, 'dispatch', 'assigned', 24 * hour),
            assignee: event.organ_,
            answerable: context.answerable ?? event.organ_,
          }
        : {},
    ),
    noted: assign(({ context, event }) => ({ notes: context.notes + 1, lastAt: event.at })),
    worked: assign(({ context, event }) => left(context, event, 'handle', 'done', 72 * hour)),
    rated: assign(({ context, event }) => {
      if (event.type !== 'rate') return {};
      const pleased = event.solved && event.satisfied !== 'dissatisfied';
      const { at, contacted, solved, satisfied } = event;
      return {
        ...left(context, event, 'call-back', pleased ? 'pleased' : 'displeased', 24 * hour),
        displeased: context.displeased + (pleased ? 0 : 1),
        ratings: [...context.ratings, { at, contacted, solved, satisfied }],
      };
    }),
    checked: assign(({ context, event }) => left(context, event, 'supervise', event.type, 24 * hour)),
  },
}).createMachine({
  id: 'complaint',
  initial: 'dispatch',
  context: ({ input }) => ({
    opener: input.opener,
    openedAt: input.at,
    lastAt: input.at,
    dueAt: input.at + hour / 2,
    assignee: undefined,
    answerable: undefined,
    affair: input.affair,
    urgency: input.urgency,
    displeased: 0,
    path: [],
    enteredAt: input.at,
    notes: 0,
    ratings: [],
  }),
  on: { withdraw: { guard: 'isOpener', target: '.withdrawn' } },
  states: {
    dispatch: { on: { assign: { guard: 'isDispatcher', target: 'handle', actions: 'assigned' } } },
    handle: {
      on: {
        'note-progress': { guard: 'isAssignee', actions: 'noted' },
        done: {
          guard: ({ context, event }) =>
            event.organ === context.assignee && event.text !== '' && event.photos.length > 0,
          target: 'callBack',
          actions: 'worked',
        },
      },
    },
    callBack: {
      on: {
        rate: [
          { guard: 'isPleased', target: 'closed', actions: 'rated' },
          { guard: 'mayRepeat', target: 'handle', actions: 'rated' },
          { target: 'supervise', actions: 'rated' },
        ],
      },
    },
    supervise: {
      on: {
        accept: { guard: 'isSupervisor', target: 'closed', actions: 'checked' },
        'send-back': { guard: 'isSupervisor', target: 'handle', actions: 'checked' },
      },
    },
    closed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
