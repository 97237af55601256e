/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readDeliveryConfig } from './readDeliveryConfig';
import { readNotificationsConfig } from './readNotificationsConfig';
import { readRollbackConfig } from './readRollbackConfig';

const read = (gitops: JsonObject) => {
  const config = new ConfigReader({ gitops });
  return {
    ...readDeliveryConfig(config),
    ...readRollbackConfig(config),
    ...readNotificationsConfig(config),
  };
};

describe('the configuration of what is recorded', () => {
  it.each<[JsonObject, object]>([
    [
      {},
      {
        failureWindow: { hours: 1 },
        retention: { days: 400 },
        minHealthy: { minutes: 10 },
        enabled: false,
      },
    ],
    [
      {
        delivery: { failureWindow: '30m' },
        rollback: { minHealthy: 'PT20S' },
        notifications: { enabled: 'true', environments: ['production'] },
      },
      {
        failureWindow: { minutes: 30 },
        retention: { days: 400 },
        minHealthy: { seconds: 20 },
        enabled: true,
        environments: ['production'],
      },
    ],
    [
      { delivery: { retention: { days: 30 } } },
      { failureWindow: { hours: 1 }, retention: { days: 30 } },
    ],
  ])('reads %j', (gitops, expected) => {
    expect(read(gitops)).toMatchObject(expected);
  });

  it.each<[JsonObject, RegExp]>([
    [
      { delivery: { failureWindow: { days: 31 } } },
      /gitops\.delivery\.failureWindow: found .*30 days/,
    ],
    [
      { delivery: { retention: 'for ever' } },
      /gitops\.delivery\.retention: found 'for ever', expected a duration/,
    ],
    [{ delivery: { window: 1 } }, /gitops\.delivery\.window: there is no such/],
    [
      { rollback: { minHealthy: 0 } },
      /gitops\.rollback\.minHealthy: found 0, expected a duration/,
    ],
    [{ rollback: true }, /gitops\.rollback: found true, expected an object/],
    [
      { notifications: { enabled: 1 } },
      /gitops\.notifications\.enabled: found 1, expected true or false/,
    ],
    [
      { notifications: { environments: 'production' } },
      /gitops\.notifications\.environments: found 'production', expected a list/,
    ],
  ])('refuses %j', (gitops, message) => {
    expect(() => read(gitops)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });
});
