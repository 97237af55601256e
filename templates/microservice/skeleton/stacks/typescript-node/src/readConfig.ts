import type { LevelWithSilent } from 'pino';

export type Config = {
  port: number;
  logLevel: LevelWithSilent;
  /** How long requests are still taken after SIGTERM, in milliseconds: until the load balancer has noticed. */
  drainDelay: number;
  /** How long open requests may take after that, in milliseconds. Both together are less than Kubernetes' 30 s. */
  drainTimeout: number;
};

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Reads the configuration from the environment and refuses what it does not understand. */
export function readConfig(env: Record<string, string | undefined>): Config {
  return {
    port: readInteger(env, 'PORT', ${{ values.port }}, 65_535),
    logLevel: readLevel(env.LOG_LEVEL),
    drainDelay: readInteger(env, 'DRAIN_DELAY_MS', 5_000, 10_000),
    drainTimeout: readInteger(env, 'DRAIN_TIMEOUT_MS', 15_000, 15_000),
  };
}

function readInteger(
  env: Record<string, string | undefined>,
  name: string,
  fallback: number,
  maximum: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') {
    return fallback;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > maximum) {
    throw new Error(`${name} is "${text}", expected a whole number from 0 to ${maximum}`);
  }
  return value;
}

function readLevel(text: string | undefined): LevelWithSilent {
  const level = LEVELS.find(name => name === (text || 'info'));
  if (!level) {
    throw new Error(`LOG_LEVEL is "${text}", expected one of ${LEVELS.join(', ')}`);
  }
  return level;
}
