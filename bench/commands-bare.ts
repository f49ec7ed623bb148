// The practical ceiling: a Fastify route that runs the same two statements through an equal pool, and nothing else.
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { createPool } from '../server/src/store/pool.ts';
import { answering } from './child.ts';
import type { Statement } from './commands-liren.ts';

const pool = createPool(process.env['BENCH_DATABASE'] ?? '', { maxConnections: 12 });
const app = fastify();

interface Prepared {
  readonly load: string;
  readonly change: string;
  /** JSON of one note; what differs from note to note stands as a mark. */
  readonly pieces: readonly string[];
}
let prepared: Prepared | undefined;

function prepare([load, change]: readonly Statement[]): void {
  const json = JSON.parse(String(change?.values[2]));
  json.command.id = 'COMMAND';
  json.row.version = json.row.state.version = json.events[0].seq = json.sealed[0].seq = 'VERSION';
  const pieces = JSON.stringify(json).split(/("VERSION"|COMMAND)/);
  prepared = { load: load?.text ?? '', change: change?.text ?? '', pieces };
}

app.post<{ Params: { community: string; id: string }; Body: { commandId: string } }>(
  '/bare/:community/:id',
  async (request, reply) => {
    if (prepared === undefined) return reply.code(503).send();
    const { community, id } = request.params;
    const { commandId } = request.body;
    const loaded = await pool.query<{ state: { version: number } }>({
      name: 'matter-load',
      text: prepared.load,
      values: [community, id, commandId],
    });
    const version = loaded.rows[0]?.state.version ?? 0;
    const next = String(version + 1);
    const json = prepared.pieces
      .map((piece) => (piece === '"VERSION"' ? next : piece === 'COMMAND' ? commandId : piece))
      .join('');
    const values = [community, id, json, version];
    const written = await pool.query({ name: 'record-changed', text: prepared.change, values });
    // Two at once on one matter: the slower would try again.
    return reply.code(written.rowCount === 1 ? 200 : 409).send({ version: version + 1, repeated: false });
  },
);
await app.listen({ port: 0, host: '127.0.0.1' });

answering({ port: () => (app.server.address() as AddressInfo).port, prepare }, async () => {
  await app.close();
  await pool.end();
});
