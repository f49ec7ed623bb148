import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorSchema } from './errors.ts';

/** A Fastify instance whose schemas are zod's. */
export type Routes = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export const tags = ['sign-in'];
/** What every sign-in route may answer besides success. */
export const refusals = { '4xx': errorSchema, '5xx': errorSchema };

/** The answer after every successful entrance. */
export const enteredSchema = z.object({
  personId: z.uuid(),
  kind: z.enum(['resident', 'staff']),
  /** Staff without it can only enrol one. */
  secondFactor: z.boolean(),
});

export type Entered = z.infer<typeof enteredSchema>;
