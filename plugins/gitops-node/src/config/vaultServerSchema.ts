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
import { allowedPattern, pathPattern, slashedPath } from './vaultPathSchema';
import { rotationSchema } from './vaultRotationSchema';

const URL_TEXT =
  'the http(s) address of the Vault API, without credentials and without /v1, such as https://vault.example.com';
const AUTH =
  'an object with a method, such as { method: kubernetes, role: backstage } (token, kubernetes, approle, jwt, or one that a module adds)';
const STORE =
  "a SecretStore as 'ClusterSecretStore/<name>' or 'SecretStore/<namespace>/<name>'";

const authSchema = z
  .record(z.string(), z.json(), expected(AUTH))
  .transform(({ method, ...settings }, context) => {
    if (typeof method !== 'string' || !method) {
      context.addIssue({ code: 'custom', path: ['method'], message: AUTH });
      return z.NEVER;
    }
    return { method, settings };
  });

const mountSchema = z.strictObject(
  {
    path: slashedPath('the path of a KV secrets engine, such as secret'),
    version: z.union([z.literal(1), z.literal(2)], expected('1 or 2')),
  },
  expected('an object such as { path: secret, version: 2 }'),
);

const vaultHeadersSchema = headersSchema(
  'another header: Authorization carries the Vault token, which belongs under auth',
).superRefine((headers, context) => {
  for (const name of Object.keys(headers)) {
    if (/^x-vault-(token|namespace)$/i.test(name)) {
      const message =
        'another header: what X-Vault-Token and X-Vault-Namespace carry belongs under auth and namespace';
      context.addIssue({ code: 'custom', path: [name], message });
    }
  }
});

const count = (options: { most: number; otherwise: number }) => {
  const message = `a whole number from 1 to ${options.most}`;
  return z
    .number(expected(message))
    .int(message)
    .min(1, message)
    .max(options.most, message)
    .default(options.otherwise);
};

const serverSchema = z
  .strictObject(
    {
      name: instanceName,
      url: address(URL_TEXT),
      publicUrl: address(
        'the http(s) address that people open, such as https://vault.example.com',
      ).optional(),
      aliases: z
        .array(address(URL_TEXT), expected('a list of addresses'))
        .default([]),
      stores: z
        .array(
          text(STORE).regex(
            /^(ClusterSecretStore|SecretStore\/[-a-z0-9]+)\/[-.a-z0-9]+$/,
            STORE,
          ),
          expected('a list of SecretStores'),
        )
        .default([]),
      namespace: slashedPath('the path of a Vault namespace').optional(),
      allowedNamespaces: z
        .array(
          allowedPattern('the path of a Vault namespace'),
          expected('a list of patterns'),
        )
        .default([]),
      auth: authSchema,
      headers: vaultHeadersSchema,
      tls: tlsSchema,
      proxy: proxySchema,
      timeout: duration.default({ seconds: 10 }),
      mounts: z
        .array(mountSchema, expected('a list of KV secrets engines'))
        .default([]),
      pathPattern: pathPattern.default('{environment}/{service}'),
      allowedPaths: z
        .array(
          allowedPattern('a path inside of a mount'),
          expected('a list of patterns'),
        )
        .default([]),
      customMetadata: z
        .array(
          text('the name of a custom metadata entry'),
          expected('a list of names'),
        )
        .default([]),
      rotation: rotationSchema,
      limits: z
        .strictObject(
          {
            secrets: count({ most: 1_000, otherwise: 200 }),
            concurrency: count({ most: 16, otherwise: 5 }),
          },
          expected('an object with secrets and concurrency'),
        )
        .default({ secrets: 200, concurrency: 5 }),
    },
    expected('a server with name, url and auth'),
  )
  .transform(server => ({
    ...server,
    publicUrl: server.publicUrl ?? server.url,
  }));

export const vaultSchema = z
  .strictObject(
    {
      servers: namedList(serverSchema, {
        list: 'a list of Vault servers',
        unique: 'a name that no other server has',
      }),
    },
    expected('an object with a list of servers'),
  )
  .default({ servers: [] });
