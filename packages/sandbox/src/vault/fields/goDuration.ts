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

import { parseDuration } from '../../parseDuration';

const DAY = 24 * 60 * 60;

/** Seconds of what Vault takes for a duration: a number of them, `90s`, `1h30m`, `30d`. Throws as Go does. */
export function parseSeconds(value: unknown): number {
  if (typeof value === 'number') {
    return value;
  }
  const text = String(value).trim();
  if (text === '' || /^-?\d+$/.test(text)) {
    return Number(text);
  }
  const days = /^(\d+)d$/.exec(text);
  if (days) {
    return Number(days[1]) * DAY;
  }
  try {
    return parseDuration(text) / 1000;
  } catch {
    throw new Error(`time: invalid duration "${text}"`);
  }
}

/** A duration as Go prints it: `720h0m0s`, `1m30s`, `0s`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [
    Math.floor(whole / 3600),
    Math.floor((whole % 3600) / 60),
    whole % 60,
  ];
  if (h > 0) {
    return `${h}h${m}m${s}s`;
  }
  return m > 0 ? `${m}m${s}s` : `${s}s`;
}

/** The same without what is nought, as Vault writes it in warnings: `2h`, `1h30m`. */
export function shortSeconds(seconds: number): string {
  return formatSeconds(seconds)
    .replace(/(\D)0s$/, '$1')
    .replace(/(\D)0m$/, '$1');
}
