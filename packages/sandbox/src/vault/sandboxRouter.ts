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

import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { readInput } from '../server/readInput';
import { sandboxOnly } from '../server/sandboxOnly';
import { CLUSTER_ISSUER } from './auth';
import { putSecret, secretAt } from './secretAt';
import { timestamp } from './timestamp';
import type { Vault } from './Vault';

const tokenInput = z.strictObject({
  audiences: z.array(z.string()).min(1).default([CLUSTER_ISSUER]),
  expirationSeconds: z.int().min(1).max(86_400).default(3600),
});

const standbyInput = z.strictObject({ standby: z.boolean() });

const fillInput = z.strictObject({
  mount: z.string().default('secret'),
  /** Secrets are `<prefix>/<folder>/<secret>`. */
  prefix: z.string().default('load'),
  folders: z.int().min(1).max(10_000),
  secretsPerFolder: z.int().min(1).max(1000).default(1),
});

const agedInput = z.strictObject({
  mount: z.string().default('secret'),
  path: z.string(),
  /** Of the current version. */
  ageDays: z.number().min(0),
});

const DAY_MS = 24 * 60 * 60 * 1000;

/** The sandbox's own calls: what a cluster, an operator of Vault or time would do. */
export function sandboxRouter(vault: Vault, now: () => Date): Router {
  const { state, serviceAccounts } = vault;
  const router = PromiseRouter();
  router.use(sandboxOnly);
  router.use(express.json());

  router.post('/seal', (_request, response) => {
    state.value.sealed = true;
    state.touch();
    response.status(204).end();
  });
  router.post('/unseal', (_request, response) => {
    state.value.sealed = false;
    state.touch();
    response.status(204).end();
  });
  router.post('/standby', (request, response) => {
    const input = readInput(standbyInput, request, response);
    if (input) {
      state.value.standby = input.standby;
      state.touch();
      response.status(204).end();
    }
  });
  router.get('/serviceaccounts/key.pem', (_request, response) => {
    response.type('text/plain').send(serviceAccounts.publicKey);
  });
  router.get('/serviceaccounts/jwks', (_request, response) => {
    response.json(serviceAccounts.keySet);
  });
  router.post(
    '/serviceaccounts/:namespace/:name/token',
    (request, response) => {
      const input = readInput(tokenInput, request, response);
      if (!input) {
        return;
      }
      const { namespace, name } = request.params;
      const { audiences, expirationSeconds } = input;
      const { token, expiresAt } = serviceAccounts.issue(namespace, name, {
        audiences,
        seconds: expirationSeconds,
      });
      state.touch();
      response.status(201).json({
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        metadata: { name, namespace },
        spec: { audiences, expirationSeconds },
        status: { token, expirationTimestamp: expiresAt.toISOString() },
      });
    },
  );
  router.post('/secrets', (request, response) => {
    const input = readInput(fillInput, request, response);
    if (!input) {
      return;
    }
    const { mount, prefix, folders, secretsPerFolder } = input;
    const at = now();
    let count = 0;
    for (let folder = 1; folder <= folders; folder += 1) {
      for (let number = 1; number <= secretsPerFolder; number += 1) {
        const path = `${prefix}/folder-${folder}/secret-${number}`;
        count += putSecret(state, { mount, path, data: { key: 'made-up' }, at })
          ? 1
          : 0;
      }
    }
    response.status(201).json({ count });
  });
  router.post('/secrets/age', (request, response) => {
    const input = readInput(agedInput, request, response);
    if (!input) {
      return;
    }
    const { mount, path, ageDays } = input;
    const secret = secretAt(state, mount, path);
    const version = secret?.versions[secret.current_version];
    if (!secret || !version) {
      response.status(404).json({ message: `There is no ${mount}/${path}` });
      return;
    }
    const at = new Date(now().getTime() - ageDays * DAY_MS);
    version.created_time = timestamp(at);
    secret.updated_time = version.created_time;
    state.touch();
    response.status(204).end();
  });
  return router;
}
