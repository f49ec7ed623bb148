import multipart, { type Multipart } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mostFileBytes } from '../../import/read-table.ts';
import type { ImportReport } from '../../usecases/import-tickets.ts';

const mostErrors = 1000;

/** One file and a few parts beside it. */
export interface Sent {
  readonly file: Buffer | undefined;
  readonly fileName: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** Lets this part of the server read forms with a file. */
export async function acceptForms(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fileSize: mostFileBytes, fields: 5, fieldSize: 200_000, parts: 6 },
  });
}
export const formBodyLimit = mostFileBytes + 1_000_000;

export async function readSent(request: FastifyRequest): Promise<Sent> {
  let file: Buffer | undefined;
  let fileName = '';
  const parts: Record<string, string> = {};
  for await (const part of request.parts() as AsyncIterable<Multipart>) {
    if (part.type === 'file') {
      file = await part.toBuffer();
      fileName = part.filename;
    } else if (part.value !== '') parts[part.fieldname] = String(part.value);
  }
  return { file, fileName, parts };
}

/** A file that cannot be read at all: what is wrong with it, in words. */
export const refuseFile = (reply: FastifyReply, message: string): FastifyReply =>
  reply.code(400).send({ error: { code: 'bad-request', message, about: 'file' } });

export const bodyOf = ({ errors, errorFile, unusedColumns, ...counts }: ImportReport) => ({
  ...counts,
  errorCount: errors.length,
  errors: errors
    .slice(0, mostErrors)
    .map(({ row, field, message }) => ({ row, message, ...(field !== '' && { field }) })),
  ...(errorFile !== undefined && { errorFile }),
  unusedColumns: [...unusedColumns],
});
