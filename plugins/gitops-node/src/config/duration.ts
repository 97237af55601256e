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
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { z } from 'zod';

const HOUR = 60 * 60 * 1000;

/**
 * A duration as Backstage reads them everywhere: object, `10s` or ISO 8601.
 *
 * @param options - `longest`: in milliseconds, and `what` is expected, in words
 */
export const durationUpTo = (options: { longest: number; what: string }) =>
  z.unknown().transform((value, context): HumanDuration => {
    const { longest, what } = options;
    const read = readDuration(value);
    const milliseconds = read ? durationToMilliseconds(read) : 0;
    if (!read || !(milliseconds > 0 && milliseconds <= longest)) {
      context.addIssue({ code: 'custom', message: what });
      return z.NEVER;
    }
    return read;
  });

/** How long a call may take, or the like. */
export const duration = durationUpTo({
  longest: HOUR,
  what: "a duration above zero and of at most an hour, such as { seconds: 10 }, '10s' or 'PT10S'",
});

function readDuration(value: unknown): HumanDuration | undefined {
  const json = z.json().safeParse({ value });
  if (!json.success) {
    return undefined;
  }
  try {
    return readDurationFromConfig(
      new ConfigReader({ value: json.data }).getConfig('value'),
      { key: 'value' },
    );
  } catch {
    // The reader's own message names a key of this throw-away configuration.
    return undefined;
  }
}
