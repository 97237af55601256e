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

import {
  ApplicationStore,
  ArgoCdWatcher,
} from '../../../plugins/gitops-backend/src/argocd/store';
import { ourClient, silent } from './ourClient';
import { until } from './stream';

type Watched = { store: ApplicationStore; watcher: ArgoCdWatcher };

/** The store that the backend's views read, filled from the target; its watcher ends with the test. */
export async function withStore(
  use: (watched: Watched) => Promise<void>,
  options: {
    /** Where the target is reached, if not directly. */
    url?: string;
    timing?: Parameters<typeof ArgoCdWatcher.create>[0]['timing'];
  } = {},
): Promise<void> {
  // As the product has it unless it is told otherwise: connections that hang must be given up in time.
  const client = ourClient(undefined, { url: options.url, seconds: 10 });
  const store = ApplicationStore.create({ logger: silent });
  const watcher = ArgoCdWatcher.create({
    client,
    store,
    logger: silent,
    timing: options.timing,
  });
  watcher.start();
  try {
    await until('a full store', () => watcher.status().status === 'ok');
    await use({ store, watcher });
  } finally {
    await watcher.stop();
    await client.close();
  }
}
