import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Metrics } from './Metrics.ts';
import { json, type Answer, type Route } from './routes.ts';

/** Answers HTTP requests: the probes, the metrics and the given routes, each logged and measured. */
export function createListener(options: {
  logger: Logger;
  metrics: Metrics;
  routes: Record<string, Route>;
  isReady: () => boolean;
}): RequestListener {
  const { logger, metrics, isReady } = options;
  const routes = new Map<string, Route>([
    ...Object.entries(options.routes),
    ['GET /healthz', () => json({ status: 'ok' })],
    ['GET /readyz', () => (isReady() ? json({ status: 'ready' }) : json({ status: 'draining' }, 503))],
    [
      'GET /metrics',
      async () => ({ status: 200, contentType: metrics.contentType, body: await metrics.read() }),
    ],
  ]);

  async function answer(route: Route | undefined): Promise<Answer> {
    if (!route) {
      return json({ error: 'not found' }, 404);
    }
    try {
      return await route();
    } catch (error) {
      logger.error({ err: error }, 'request failed');
      // What went wrong is for the log: it may hold what a caller must not see.
      return json({ error: 'internal error' }, 500);
    }
  }

  return async (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now();
    const method = request.method === 'HEAD' ? 'GET' : request.method ?? '';
    const path = request.url?.split('?', 1)[0] ?? '';
    const name = `${method} ${path}`;
    const route = routes.get(name);
    const { status, contentType, body } = await answer(route);

    response.on('close', () => {
      const seconds = (performance.now() - began) / 1000;
      metrics.observe({ method, route: route ? path : 'other', status }, seconds);
      // Probes and scrapes come every few seconds and say nothing.
      const level = /^\/(healthz|readyz|metrics)$/.test(path) ? 'debug' : 'info';
      logger[level]({ method, path, status, seconds }, 'request');
    });
    response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  };
}
