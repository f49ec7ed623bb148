import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Liveness, readiness, and figures for Prometheus. None tells anything about a person or a matter. */
export function healthRoutes(app: FastifyInstance, pool: pg.Pool): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'liren_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'liren_http_failures_total',
    help: 'Requests that ended in our own fault',
    registers: [registry],
  });
  new Gauge({
    name: 'liren_matters_overdue_clocks',
    help: 'Clocks that are due and have not spoken yet',
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM matter WHERE next_clock_at <= $1',
        [Date.now()],
      );
      this.set(rows[0]?.count ?? 0);
    },
  });

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    if (reply.statusCode >= 500) failures.inc();
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'request');
    done();
  });
  const hidden = { schema: { hide: true }, config: { rateLimit: false as const } };
  app.get('/healthz', hidden, async () => ({ alive: true }));
  app.get('/readyz', hidden, async (_request, reply) => {
    try {
      await pool.query('SELECT 1');
      return { ready: true };
    } catch {
      return reply.code(503).send({ ready: false, waitsFor: 'database' });
    }
  });
  app.get('/metrics', hidden, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
