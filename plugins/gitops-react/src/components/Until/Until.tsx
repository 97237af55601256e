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
import { useNow } from '../Age/useNow';

/**
 * Props of {@link Until}.
 * @public
 */
export type UntilProps = {
  /** ISO 8601. What is no time is shown as it is. */
  time: string;
};

// Of a deadline, "in 1 month" is too little to go by.
const DAYS_AT_MOST = 120;

/**
 * A day that something is due or ends, and how far it is from now: "21 Nov 2026, in 12 days", "…, 3 days ago".
 * @public
 */
export function Until({ time }: UntilProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const base = DateTime.fromMillis(useNow());
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
      {t('time.until', {
        date: parsed.toLocaleString(DateTime.DATE_MED, { locale }),
        distance:
          parsed.toRelative({ base, locale, unit: unitOf(parsed, base) }) ?? '',
      })}
    </time>
  );
}

/** Days, where there are some but not too many; else what Luxon takes. */
function unitOf(time: DateTime, base: DateTime): 'days' | undefined {
  const days = Math.abs(time.diff(base).as('days'));
  return days >= 1 && days < DAYS_AT_MOST ? 'days' : undefined;
}
