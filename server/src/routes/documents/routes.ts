import { documentKinds } from '@liren/core/documents/types.ts';
import { z } from 'zod';
import { docxOf } from '../../adapters/documents/docx.ts';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { viewDocument } from '../../usecases/documents.ts';
import { recordLook } from '../../usecases/record-look.ts';
import { findSeen } from '../../usecases/seen.ts';
import { DocumentQuery, MatterParams } from '../matters/schema.ts';

const tags = ['documents'];
const Kind = z.enum(documentKinds);

const DocumentBody = z.object({
  kind: Kind,
  title: z.string(),
  number: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['heading', 'text', 'note', 'addressed']), text: z.string() }),
      z.object({
        kind: z.literal('table'),
        head: z.array(z.string()),
        rows: z.array(z.array(z.string())),
        widths: z.array(z.number()),
      }),
      z.object({ kind: z.literal('signatures'), who: z.array(z.string()) }),
    ]),
  ),
  signed: z.object({ by: z.string(), on: z.string() }).optional(),
});

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function documentRoutes(app: Routes, deps: Deps): void {
  const find = async (
    request: Parameters<Deps['askerOf']>[0],
    { community, id, kind }: z.infer<typeof MatterParams> & { kind: z.infer<typeof Kind> },
    query: z.infer<typeof DocumentQuery>,
  ) => {
    const asker = await deps.askerOf(request);
    const seen = await findSeen(deps, asker, community, id);
    if (seen === undefined) return undefined;
    await recordLook(deps.shell, asker, seen, 'matter', '');
    return viewDocument(deps, seen, kind, query);
  };

  app.get(
    '/api/matters/:community/:id/documents/:kind',
    {
      schema: {
        tags,
        summary:
          '会议通知、签到表、会议记录、决议公告、当选证书 / A notice, roll sheet, minutes, result or certificate',
        params: MatterParams.extend({ kind: Kind }),
        querystring: DocumentQuery,
        response: { 200: DocumentBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const document = await find(request, request.params, request.query);
      return document === undefined
        ? fail(reply, 'not-found')
        : reply.send(asBody<z.infer<typeof DocumentBody>>(document));
    },
  );

  app.get(
    '/api/matters/:community/:id/documents/:kind.docx',
    {
      schema: {
        tags,
        summary: '同上，Word 文件 / The same as a Word file',
        params: MatterParams.extend({ kind: Kind }),
        querystring: DocumentQuery,
      },
    },
    async (request, reply) => {
      const { community, id, kind } = request.params;
      const document = await find(request, request.params, request.query);
      if (document === undefined) return fail(reply, 'not-found');
      const name = encodeURIComponent(`${document.title} ${document.number}.docx`);
      return reply
        .header('content-type', wordType)
        .header('content-disposition', `attachment; filename="${kind}.docx"; filename*=UTF-8''${name}`)
        .send(await docxOf(document, `${deps.publicUrl}/m/${community}/${id}`));
    },
  );
}
