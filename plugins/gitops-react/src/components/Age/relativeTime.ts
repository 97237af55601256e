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

import type { DateTime } from 'luxon';

const MOMENT_SECONDS = 10;

/**
 * How far back a time is: "2 minutes ago", or as a duration, "2 minutes".
 *
 * A time in the future is a clock that is wrong; it is taken as the present.
 */
export function relativeTime(
  time: DateTime,
  now: DateTime,
  form: 'ago' | 'duration',
): string {
  if (now.diff(time).as('seconds') < MOMENT_SECONDS) {
    return form === 'ago' ? 'just now' : 'a few seconds';
  }
  // The text around it is English, whatever the language of the browser.
  const ago = time.toRelative({ base: now, locale: 'en' }) ?? '';
  return form === 'ago' ? ago : ago.replace(/ ago$/, '');
}
