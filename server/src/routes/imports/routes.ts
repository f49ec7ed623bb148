import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import multipart, { type Multipart } from '@fastify/multipart';
import { err, ok, type Result, unwrap } from '@liren/core/basics/result.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { type Mapping, readMapping, readSentMapping } from '../../import/mapping.ts';
import { mostFileBytes } from '../../import/read-table.ts';
import { type ImportReport, type ImportRequest, importTickets } from '../../usecases/import-tickets.ts';
import { mayUse } from '../../usecases/scope.ts';
import { ImportBody, ImportParts } from './schema.ts';

const mappingFile = fileURLToPath(
  new URL('../../../../charters/imports/hotline-messages.yaml', import.meta.url),
);
const mostErrors = 1000;

interface Sent {
  readonly file: Buffer | undefined;
  readonly parts: Readonly<Record<string, string>>;
}

async function readSent(request: FastifyRequest): Promise<Sent> {
  let file: Buffer | undefined;
  const parts: Record<string, string> = {};
  for await (const part of request.parts() as AsyncIterable<Multipart>) {
    if (part.type === 'file') file = await part.toBuffer();
    else if (part.value !== '') parts[part.fieldname] = String(part.value);
  }
  return { file, parts };
}

function wishOf({ file, parts }: Sent, usual: Mapping): Result<ImportRequest, string> {
  const wishes = ImportParts.safeParse(parts);
  if (!wishes.success) return err(`${wishes.error.issues[0]?.path.join('.')} 的值不对。`);
  if (file === undefined) return err('请选择要导入的文件。');
  const { community, dryRun, mapping } = wishes.data;
  const read = readSentMapping(mapping, usual);
  return read.ok ? ok({ bytes: file, mapping: read.value, community, dryRun }) : read;
}

/** A file that cannot be read at all: what is wrong with it, in words. */
const refuseFile = (reply: FastifyReply, message: string): FastifyReply =>
  reply.code(400).send({ error: { code: 'bad-request', message, about: 'file' } });

const bodyOf = ({ errors, errorFile, unusedColumns, ...counts }: ImportReport) => ({
  ...counts,
  errorCount: errors.length,
  errors: errors
    .slice(0, mostErrors)
    .map(({ row, field, message }) => ({ row, message, ...(field !== '' && { field }) })),
  ...(errorFile !== undefined && { errorFile }),
  unusedColumns: [...unusedColumns],
});

/** POST /api/imports: tickets of another system, from a file. Forms with files are read here and nowhere else. */
export function importRoutes(app: Routes, deps: Deps): void {
  const usual = unwrap(readMapping(readFileSync(mappingFile, 'utf8')));
  app.register(async (child) => {
    await child.register(multipart, {
      limits: { files: 1, fileSize: mostFileBytes, fields: 5, fieldSize: 200_000, parts: 6 },
    });
    child.withTypeProvider<ZodTypeProvider>().post(
      '/api/imports',
      {
        config: { rateLimit: { max: 10, timeWindow: 60_000 } },
        bodyLimit: mostFileBytes + 1_000_000,
        schema: {
          tags: ['imports'],
          summary: '导入工单 / Tickets of another system, from CSV or XLSX',
          description: 'multipart/form-data: `file`, and optionally `mapping`, `community`, `dryRun`',
          consumes: ['multipart/form-data'],
          response: { 200: ImportBody, ...failureResponses },
        },
      },
      async (request, reply) => {
        const asker = await deps.askerOf(request);
        if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
        if (!mayUse(deps.directory, asker, 'import')) return fail(reply, 'not-allowed');
        if (!request.isMultipart()) return fail(reply, 'bad-request', 'file');
        const sent = wishOf(await readSent(request), usual);
        if (!sent.ok) return refuseFile(reply, sent.error);
        const report = await importTickets(deps, asker, sent.value);
        return report.ok ? bodyOf(report.value) : refuseFile(reply, report.error.message);
      },
    );
  });
}
