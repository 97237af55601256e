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

import { validateHeaderName, validateHeaderValue } from 'node:http';
import { z } from 'zod';
import { expected, text } from './expected';

const NAME =
  "a name of letters, digits, '-', '_' and '.', at most 63 characters";
const HEADERS = 'an object of header names and texts';
const PROXY =
  'the http(s) address of a proxy, such as http://proxy.example.com:3128, with both a user name and a password or neither';

/** How an upstream instance is called in annotations and on pages. */
export const instanceName = text(NAME).regex(/^[A-Za-z0-9][-\w.]{0,62}$/, NAME);

/**
 * Further headers of every request.
 *
 * @param authorization - what is expected instead of a header `Authorization`, which `auth` makes
 */
export const headersSchema = (authorization: string) =>
  z
    .record(
      z.string(),
      z.string(expected('the text of a header')),
      expected(HEADERS),
    )
    .superRefine((headers, context) => {
      for (const [name, value] of Object.entries(headers)) {
        const message =
          name.toLowerCase() === 'authorization'
            ? authorization
            : problemOfHeader(name, value);
        if (message) {
          context.addIssue({ code: 'custom', path: [name], message });
        }
      }
    })
    .default({});

function problemOfHeader(name: string, value: string): string | undefined {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return undefined;
  } catch {
    return 'a header name and value that HTTP allows';
  }
}

/** Whom to trust. */
export const tlsSchema = z
  .strictObject(
    { caFile: text('the path of a PEM file').optional() },
    expected('an object such as { caFile: /etc/ssl/internal-ca.pem }'),
  )
  .optional();

/** What an instance is called through. */
export const proxySchema = z
  .strictObject(
    { url: text(PROXY).refine(isProxy, PROXY) },
    expected('an object such as { url: http://proxy.example.com:3128 }'),
  )
  .optional();

function isProxy(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const { protocol, pathname, search, hash, username, password } = new URL(
    value,
  );
  return (
    /^https?:$/.test(protocol) &&
    `${pathname}${search}${hash}` === '/' &&
    Boolean(username) === Boolean(password)
  );
}
