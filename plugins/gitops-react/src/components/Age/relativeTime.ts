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
import { durationText } from './durationText';

const MOMENT_SECONDS = 10;

/** The words of {@link relativeTime}. */
type Words = {
  /** Of the text around it, whatever the language of the browser. */
  locale: string;
  /** "just now" */
  now: string;
  /** "a few seconds" */
  moment: string;
};

/**
 * How far back a time is: "2 minutes ago", or as a duration, "2 minutes".
 *
 * A time in the future is a clock that is wrong; it is taken as the present.
 */
export function relativeTime(options: {
  time: DateTime;
  now: DateTime;
  form: 'ago' | 'duration';
  words: Words;
}): string {
  const { time, now, form, words } = options;
  if (now.diff(time).as('seconds') < MOMENT_SECONDS) {
    return form === 'ago' ? words.now : words.moment;
  }
  return form === 'ago'
    ? time.toRelative({ base: now, locale: words.locale }) ?? ''
    : durationText(now.diff(time), words.locale);
}
