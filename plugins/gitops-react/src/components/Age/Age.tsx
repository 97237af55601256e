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

import { DateTime } from 'luxon';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsReactTranslationRef } from '../../translation';
import { relativeTime } from './relativeTime';
import { useNow } from './useNow';

/**
 * Props of {@link Age}.
 * @public
 */
export type AgeProps = {
  /** ISO 8601. What is no time is shown as it is. */
  time: string;
  /** "2 minutes ago", which is the default, or as a duration, "2 minutes". */
  form?: 'ago' | 'duration';
};

/**
 * How long ago something was, kept up to date, with the full time as its title.
 * @public
 */
export function Age({ time, form = 'ago' }: AgeProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const now = useNow();
  const locale = t('time.locale');
  const parsed = DateTime.fromISO(time);
  if (!parsed.isValid) {
    return <span>{time}</span>;
  }
  return (
    <time
      dateTime={time}
      title={parsed.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS, {
        locale,
      })}
    >
      {relativeTime({
        time: parsed,
        now: DateTime.fromMillis(now),
        form,
        words: { locale, now: t('time.now'), moment: t('time.moment') },
      })}
    </time>
  );
}
