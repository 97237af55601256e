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
import {
  headersSchema,
  instanceName,
  proxySchema,
  tlsSchema,
} from './connectionSchema';
import { duration } from './duration';
import { address, expected, text } from './expected';
import { namedList } from './namedList';
import type { ArgoCdAuth } from './types';

const URL_TEXT =
  'the http(s) address of the Argo CD API, without credentials, such as https://argocd.example.com';
const AUTH =
  'one of { token }, { tokenFile } or { username, password } (an environment variable that is not set leaves its key out)';
const PASSWORD = 'a password, as text';

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

const instanceSchema = z
  .strictObject(
    {
      name: instanceName,
      url: address(URL_TEXT),
      frontendUrl: address(
        'the http(s) address that people open, such as https://argocd.example.com',
      ).optional(),
      auth: authSchema,
      headers: headersSchema(
        'another header: Authorization carries the Argo CD token, which belongs under auth',
      ),
      tls: tlsSchema,
      proxy: proxySchema,
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
      instances: namedList(instanceSchema, {
        list: 'a list of Argo CD instances',
        unique: 'a name that no other instance has',
      }),
    },
    expected('an object with a list of instances'),
  )
  .default({ instances: [] });
