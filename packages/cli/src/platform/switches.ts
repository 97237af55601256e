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

import { z } from 'zod';
import type { PlatformFile, Profile } from './PlatformFile';
import { features } from './schema/featuresSchema';

const ON_OFF = ['on', 'off'] as const;

const RECEIVERS = ['slack', 'teams', 'email', 'pagerduty'] as const;

/**
 * What a condition asks about.
 * @public
 */
export type Switched = Pick<PlatformFile, 'features' | 'notifications'>;

/**
 * What conditions may ask about, with the options as files and conditions name them: the switches of `features`, the
 * receivers of `notifications`, and the cluster's `profile`. What is true or false is `on` or `off`.
 * @public
 */
export const SWITCHES: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(features.shape).map(
    ([name, schema]): [string, readonly string[]] => [
      name,
      schema instanceof z.ZodEnum ? schema.options.map(String) : ON_OFF,
    ],
  ),
  ...RECEIVERS.map((name): [string, readonly string[]] => [name, ON_OFF]),
  ['profile', ['local', 'dev', 'staging', 'production']],
]);

/**
 * The option of a switch that holds in a cluster; `undefined` for a switch that there is not.
 * @public
 */
export function optionOf(
  name: string,
  { features: switches, notifications }: Switched,
  cluster: { profile: Profile },
): string | undefined {
  if (name === 'profile') {
    return cluster.profile;
  }
  const receiver = RECEIVERS.find(one => one === name);
  const value = receiver
    ? Boolean(notifications[receiver])
    : Object.entries(switches).find(([key]) => key === name)?.[1];
  if (typeof value === 'boolean') {
    return value ? 'on' : 'off';
  }
  return value;
}
