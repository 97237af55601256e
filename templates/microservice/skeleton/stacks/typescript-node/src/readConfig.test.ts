import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './readConfig.ts';

test('has a default for everything', () => {
  assert.deepEqual(readConfig({ PORT: '' }), {
    port: ${{ values.port }},
    logLevel: 'info',
    drainDelay: 5_000,
    drainTimeout: 15_000,
  });
});

test('reads the environment', () => {
  assert.deepEqual(
    readConfig({ PORT: '9000', LOG_LEVEL: 'debug', DRAIN_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '10' }),
    { port: 9000, logLevel: 'debug', drainDelay: 0, drainTimeout: 10 },
  );
});

for (const env of [{ PORT: 'http' }, { PORT: '65536' }, { PORT: '-1' }, { DRAIN_DELAY_MS: '1.5' }, { LOG_LEVEL: 'loud' }]) {
  test(`refuses ${JSON.stringify(env)}`, () => {
    const [name = ''] = Object.keys(env);
    assert.throws(() => readConfig(env), new RegExp(name));
  });
}
