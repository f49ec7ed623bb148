import type { JsonObject } from '../../basics/json.ts';
import type { AllocationConfig, BallotConfig } from '../../budgeting/config.ts';
import { allocationSchema } from '../../budgeting/config-schema.ts';
import type { Context } from '../../engine/kind.ts';
import type { Option } from '../../voting/facts.ts';
import { type PollConfig, type PollState, pollProperties, pollRequired } from '../vote/poll.ts';

/** 分配: people on a roll say which of the proposed child matters they want, and a rule chooses under a budget. */
export interface AllocateConfig extends PollConfig {
  /** The step in which they were proposed. */
  readonly from: string;
  /** The number in the opening form that says how much there is, in whole yuan. */
  readonly budget: string;
  readonly allocation: AllocationConfig & { readonly ballot: BallotConfig };
}

/** A child matter as it stands on the ballot. */
export interface ProjectOption extends Option {
  readonly child: string;
  /** Whole yuan. */
  readonly cost: number;
  readonly category?: string;
  readonly area?: string;
}
export interface AllocateState extends PollState {
  readonly announced?: Omit<NonNullable<PollState['announced']>, 'options'> & {
    readonly options: readonly ProjectOption[];
    readonly budget: number;
  };
}
export type Allocate = Context<AllocateConfig, AllocateState>;

const { conditions, ...parts } = allocationSchema['properties'] as {
  readonly conditions: { readonly properties: JsonObject };
};
// Nobody knows beforehand which of the proposals shut each other out.
const { exclusions: _, ...usable } = conditions.properties;

export const allocateSchema: JsonObject = {
  type: 'object',
  required: [...pollRequired, 'from', 'budget', 'allocation'],
  properties: {
    ...pollProperties,
    from: { type: 'string' },
    budget: { type: 'string', pattern: '^[a-z][a-zA-Z0-9]*$', maxLength: 40 },
    allocation: {
      ...allocationSchema,
      required: ['rule', 'ballot'],
      properties: { ...parts, conditions: { ...conditions, properties: usable } },
    },
  },
  additionalProperties: false,
};
