import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result, unwrap } from '@liren/core/basics/result.ts';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { type Mapping, readMapping, readSentMapping } from '../../import/mapping.ts';
import { type ImportRequest, importTickets } from '../../usecases/import-tickets.ts';
import { mayUse } from '../../usecases/scope.ts';
import { ImportBody, ImportParts } from './schema.ts';
import { acceptForms, bodyOf, formBodyLimit, readSent, refuseFile, type Sent } from './sent.ts';

const mappingFile = fileURLToPath(
  new URL('../../../../charters/imports/hotline-messages.yaml', import.meta.url),
);

function wishOf({ file, parts }: Sent, usual: Mapping): Result<ImportRequest, string> {
  const wishes = ImportParts.safeParse(parts);
  if (!wishes.success) return err(`${wishes.error.issues[0]?.path.join('.')} 的值不对。`);
  if (file === undefined) return err('请选择要导入的文件。');
  const { community, dryRun, mapping } = wishes.data;
  const read = readSentMapping(mapping, usual);
  return read.ok ? ok({ bytes: file, mapping: read.value, community, dryRun }) : read;
}

/** POST /api/imports: tickets of another system, from a file. */
export function importRoutes(app: Routes, deps: Deps): void {
  const usual = unwrap(readMapping(readFileSync(mappingFile, 'utf8')));
  app.register(async (child) => {
    await acceptForms(child);
    child.withTypeProvider<ZodTypeProvider>().post(
      '/api/imports',
      {
        config: { rateLimit: { max: 10, timeWindow: 60_000 } },
        bodyLimit: formBodyLimit,
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
