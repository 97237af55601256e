import { pino } from 'pino';
import { readConfig } from './readConfig.ts';
import { routes } from './routes.ts';
import { startService } from './startService.ts';

const config = readConfig(process.env);
const logger = pino({ base: { service: '${{ values.name }}' }, level: config.logLevel });
const service = await startService({ config, logger, routes });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logger.info({ signal }, 'signal received');
    void service.stop();
  });
}
