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

/**
 * What a key must hold, in words: the error for a key that is absent or has another type.
 * @public
 */
export const expected = (text: string) => ({ error: () => text });

/** DNS label, as environments and services are named. */
export const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** A text that is not empty. */
export const text = (what: string) =>
  z.string(expected(what)).trim().min(1, what);

/**
 * Backstage reads `'true'` and `'false'` as booleans: environment variables are always text.
 * @public
 */
export const bool = (what: string) =>
  z.preprocess(value => {
    if (value === 'true') return true;
    return value === 'false' ? false : value;
  }, z.boolean(expected(what)));

/** An http(s) address without credentials, query or fragment; a trailing slash is dropped. */
export const address = (what: string) =>
  text(what)
    .refine(value => isAddress(value), what)
    .transform(value => value.replace(/\/+$/, ''));

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const url = new URL(value);
  return (
    /^https?:$/.test(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every(part => !part)
  );
}
