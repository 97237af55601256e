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

import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

const HOUR = 60 * 60 * 1000;

/**
 * How long to wait, in milliseconds: `10m`, `PT10M` or `{ minutes: 10 }`, ten minutes by default.
 *
 * Throws an `InputError` for what is no duration, or one of more than an hour: a waiting task holds one of the
 * scaffolder's few places.
 */
export function readTimeout(
  timeout: string | HumanDuration = { minutes: 10 },
): number {
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(new ConfigReader({ timeout: asJson(timeout) }), {
      key: 'timeout',
    }),
  );
  if (!(milliseconds > 0 && milliseconds <= HOUR)) {
    throw new InputError(
      "timeout: expected a duration above zero and of at most an hour, such as '10m' or { minutes: 10 }",
    );
  }
  return milliseconds;
}

function asJson(timeout: string | HumanDuration) {
  return typeof timeout === 'string' ? timeout : { ...timeout };
}
