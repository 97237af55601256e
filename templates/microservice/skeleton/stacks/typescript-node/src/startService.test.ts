import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pino } from 'pino';
import { json, routes as ownRoutes } from './routes.ts';
import { startService, type Service } from './startService.ts';

const config = { port: 0, logLevel: 'silent', drainDelay: 20, drainTimeout: 200 } as const;
const logger = pino({ level: 'silent' });

function get(service: Service, path: string, init?: RequestInit) {
  return fetch(`http://127.0.0.1:${service.port}${path}`, init);
}

describe('a running service', () => {
  let service: Service;
  const routes = {
    ...ownRoutes,
    'GET /broken': () => {
      throw new Error('a secret');
    },
  };
  before(async () => {
    service = await startService({ config, logger, routes });
  });
  after(() => service.stop());

  for (const [path, status, body] of [
    ['/', 200, /"service"/],
    ['/?page=2', 200, /"service"/],
    ['/healthz', 200, /ok/],
    ['/readyz', 200, /ready/],
    ['/nowhere', 404, /not found/],
    ['/broken', 500, /^\{"error":"internal error"\}$/],
  ] as const) {
    test(`answers ${path} with ${status}`, async () => {
      const response = await get(service, path);
      assert.equal(response.status, status);
      assert.match(await response.text(), body);
    });
  }

  test('answers HEAD, and another method with 404', async () => {
    assert.equal((await get(service, '/', { method: 'HEAD' })).status, 200);
    assert.equal((await get(service, '/', { method: 'DELETE' })).status, 404);
  });

  test('measures requests by route', async () => {
    await (await get(service, '/made/up/by/the/caller')).text();
    const response = await get(service, '/metrics');
    const text = await response.text();
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    assert.match(text, /process_cpu_seconds_total/);
    assert.match(text, /duration_seconds_count\{method="GET",route="other",status="404"\}/);
    assert.doesNotMatch(text, /made/);
  });
});

test('stops without losing a request', async () => {
  let finish = () => {};
  const slow = new Promise<void>(resolve => {
    finish = resolve;
  });
  const service = await startService({
    config: { ...config, drainDelay: 1_000, drainTimeout: 5_000 },
    logger,
    routes: {
      'GET /slow': async () => {
        await slow;
        return json({ done: true });
      },
    },
  });

  const pending = get(service, '/slow');
  await get(service, '/healthz');
  const stopped = service.stop();
  assert.equal((await get(service, '/readyz')).status, 503);

  finish();
  assert.deepEqual(await (await pending).json(), { done: true });
  await stopped;
  await service.stop();
  await assert.rejects(get(service, '/healthz'));
});

test('cuts off what does not end in time', async () => {
  const service = await startService({
    config: { ...config, drainDelay: 0, drainTimeout: 20 },
    logger,
    routes: { 'GET /never': () => new Promise(() => {}) },
  });
  const pending = assert.rejects(get(service, '/never'));
  await get(service, '/healthz');
  await service.stop();
  await pending;
});

test('says so where the port is taken', async () => {
  const first = await startService({ config, logger, routes: {} });
  await assert.rejects(
    startService({ config: { ...config, port: first.port }, logger, routes: {} }),
    { code: 'EADDRINUSE' },
  );
  await first.stop();
});
