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

import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Faults } from '../faults';
import {
  readVaultRequest,
  sendVaultAnswer,
  sendVaultError,
  tokenOf,
} from './http';
import { pageRouter } from './pages';
import { sandboxRouter } from './sandboxRouter';
import { seedVault } from './seedVault';
import { VaultState } from './state';
import { Vault } from './Vault';

/** A running stand-in for Vault 1.21. */
export interface RunningVault {
  /** The API, the pages and `/_sandbox`; to be mounted at the root of a server of its own. */
  handler: Router;
  vault: Vault;
  /** Writes the state. */
  stop(): Promise<void>;
}

/** Makes a stand-in for Vault over the state in a folder; one that is new gets the demo's secrets. */
export async function createVault(options: {
  directory: string;
  faults: Faults;
  logger: LoggerService;
  now?: () => Date;
}): Promise<RunningVault> {
  const { directory, faults, logger, now = () => new Date() } = options;
  const state = await VaultState.open(join(directory, 'state.json'), error =>
    logger.error(`Vault cannot write its state: ${error}`),
  );
  const vault = new Vault(state, now);
  seedVault(vault, now());

  const answer = async (request: Request, response: Response) => {
    try {
      const served = await vault.handle(await readVaultRequest(request), {
        token: tokenOf(request),
        namespace: request.get('x-vault-namespace') ?? '',
      });
      sendVaultAnswer(response, served.answer, served.mountType);
    } catch (error) {
      sendVaultError(response, error);
    }
  };
  const handler = PromiseRouter();
  handler.use(faults.middleware);
  handler.use('/_sandbox', faults.router);
  handler.use('/_sandbox', sandboxRouter(vault, now));
  handler.use('/v1', answer);
  handler.use(pageRouter(vault, now));
  return { handler, vault, stop: async () => state.save() };
}
