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
import { duration } from './duration';
import { address, expected, text } from './expected';
import { refuseDuplicates } from './refuseDuplicates';
import type { ArgoCdAuth } from './types';

const NAME =
  "a name of letters, digits, '-', '_' and '.', at most 63 characters";
const URL_TEXT =
  'the http(s) address of the Argo CD API, without credentials, such as https://argocd.example.com';
const AUTH =
  'one of { token }, { tokenFile } or { username, password } (an environment variable that is not set leaves its key out)';
const PASSWORD = 'a password, as text';
const PROXY =
  'the http(s) address of a proxy, such as http://proxy.example.com:3128, with both a user name and a password or neither';
const HEADERS = 'an object of header names and texts';

const authSchema = z
  .strictObject(
    {
      token: text('a token, as text').optional(),
      tokenFile: text('the path of a file').optional(),
      username: text('a user name, as text').optional(),
      password: z.string(expected(PASSWORD)).min(1, PASSWORD).optional(),
    },
    expected(AUTH),
  )
  .transform((auth, context): ArgoCdAuth => {
    const { token, tokenFile, username, password } = auth;
    const keys = Object.keys(auth).sort().join();
    if (keys === 'token' && token) {
      return { type: 'token', token };
    }
    if (keys === 'tokenFile' && tokenFile) {
      return { type: 'tokenFile', tokenFile };
    }
    if (keys === 'password,username' && username && password) {
      return { type: 'password', username, password };
    }
    context.addIssue({ code: 'custom', message: AUTH });
    return z.NEVER;
  });

const headersSchema = z
  .record(
    z.string(),
    z.string(expected('the text of a header')),
    expected(HEADERS),
  )
  .superRefine((headers, context) => {
    for (const [name, value] of Object.entries(headers)) {
      const message = problemOfHeader(name, value);
      if (message) {
        context.addIssue({ code: 'custom', path: [name], message });
      }
    }
  })
  .default({});

function problemOfHeader(name: string, value: string): string | undefined {
  if (name.toLowerCase() === 'authorization') {
    return 'another header: Authorization carries the Argo CD token, which belongs under auth';
  }
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return undefined;
  } catch {
    return 'a header name and value that HTTP allows';
  }
}

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

const instanceSchema = z
  .strictObject(
    {
      name: text(NAME).regex(/^[A-Za-z0-9][-\w.]{0,62}$/, NAME),
      url: address(URL_TEXT),
      frontendUrl: address(
        'the http(s) address that people open, such as https://argocd.example.com',
      ).optional(),
      auth: authSchema,
      headers: headersSchema,
      tls: z
        .strictObject(
          { caFile: text('the path of a PEM file').optional() },
          expected('an object such as { caFile: /etc/ssl/internal-ca.pem }'),
        )
        .optional(),
      proxy: z
        .strictObject(
          { url: text(PROXY).refine(isProxy, PROXY) },
          expected('an object such as { url: http://proxy.example.com:3128 }'),
        )
        .optional(),
      timeout: duration.default({ seconds: 10 }),
    },
    expected('an instance with name, url and auth'),
  )
  .transform(instance => ({
    ...instance,
    frontendUrl: instance.frontendUrl ?? instance.url,
  }));

export const argocdSchema = z
  .strictObject(
    {
      instances: z
        .array(instanceSchema, expected('a list of Argo CD instances'))
        .superRefine((instances, context) =>
          refuseDuplicates(
            instances,
            ({ name }) => [{ path: ['name'], name }],
            'a name that no other instance has',
            context,
          ),
        ),
    },
    expected('an object with a list of instances'),
  )
  .default({ instances: [] });
