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

/**
 * A share as a percentage. Near 100 % it has as many digits as it takes to tell it from 100 %: "99.95 %" is not all.
 */
export function shareText(share: number, locale: string): string {
  const digits = share > 0.99 && share < 1 ? 2 : Number(share < 0.1);
  const percent = share * 100;
  // Never rounded up to all: something was wrong.
  const shown =
    share < 1 ? Math.floor(percent * 10 ** digits) / 10 ** digits : percent;
  return (shown / 100).toLocaleString(locale, {
    style: 'percent',
    maximumFractionDigits: digits,
  });
}
