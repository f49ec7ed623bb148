import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fault, fault, faultsBody } from './faults.ts';
import { type Body, contentTypes, type Format, render, splitFormat } from './format.ts';
import { type Parameters, readParameters } from './parameters.ts';

/** Under which the door stands in the interface's own description. */
export const tags = ['Open311'];

export const queryOf = (request: FastifyRequest): Parameters =>
  readParameters(new URL(request.url, 'http://localhost').search) ?? new Map();

export function send(reply: FastifyReply, format: Format, body: Body): FastifyReply {
  return reply.type(contentTypes[format]).send(render(format, body));
}
export function refuse(reply: FastifyReply, format: Format, faults: readonly Fault[]): FastifyReply {
  return send(reply.code(faults[0]?.code ?? 400), format, faultsBody(faults));
}
/** The format that the path asks for, for answers that no route gave. */
export const formatOf = (request: FastifyRequest): Format =>
  splitFormat(request.url.split('?', 1)[0] ?? '')?.format ?? 'xml';

export const noJurisdiction = fault(404, '没有这个 jurisdiction_id。');
