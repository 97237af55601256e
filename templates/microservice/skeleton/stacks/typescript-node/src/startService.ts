import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from './readConfig.ts';
import { createListener } from './createListener.ts';
import { Metrics } from './Metrics.ts';
import type { Route } from './routes.ts';

export type Service = {
  port: number;
  /** Stops without losing a request. Calling it again waits for the same end. */
  stop(): Promise<void>;
};

/** Listens, and resolves once requests are taken. */
export async function startService(options: {
  config: Config;
  logger: Logger;
  routes: Record<string, Route>;
}): Promise<Service> {
  const { config, logger, routes } = options;
  let ready = true;
  let stopping: Promise<void> | undefined;

  const server = createServer(
    createListener({ logger, metrics: new Metrics(), routes, isReady: () => ready }),
  );
  server.listen(config.port);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  logger.info({ port }, 'listening');

  async function drain() {
    // First not ready, while requests are still taken: the load balancer learns of it with a delay.
    ready = false;
    logger.info('draining');
    await delay(config.drainDelay);

    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const limit = setTimeout(() => {
      logger.warn('cutting off what is still open');
      server.closeAllConnections();
    }, config.drainTimeout);
    await closed;
    clearTimeout(limit);
    logger.info('stopped');
  }

  return {
    port,
    stop() {
      stopping ??= drain();
      return stopping;
    },
  };
}
