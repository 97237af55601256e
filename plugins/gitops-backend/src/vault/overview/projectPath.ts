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

import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  VaultFailure,
  VaultMount,
  VaultServerConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ClaimedPath } from '../claims/ClaimedPath';
import type { PathState } from '../read/WarmPaths';
import { projectSecret } from './projectSecret';
import { vaultUiUrl } from './vaultUiUrl';

const VERSIONS = { 1: '1', 2: '2' } as const;

/** What people see of one claimed path. Where the server fails, what was known of it is shown all the same. */
export function projectPath(options: {
  claimed: ClaimedPath;
  /** Left out where nothing was asked, because nothing proves the path. */
  state?: PathState;
  config: VaultServerConfig;
  /** How the server fares, in words for everybody. */
  serverReason?: string;
  now: number;
}): SecretPath {
  const { claimed, state, config, now } = options;
  const { server, path, environment, unproved } = claimed;
  const answer = state?.answer;
  const namespace = [config.namespace, claimed.namespace]
    .filter(part => part !== undefined)
    .join('/');
  const mount =
    answer?.mount ??
    config.mounts.find(one => claimed.mount === one.path) ??
    (claimed.mount === undefined ? config.mounts[0] : undefined);
  const shared = {
    server,
    namespace: namespace || undefined,
    mount: mount?.path ?? claimed.mount ?? '',
    kvVersion: mount && VERSIONS[mount.version],
    path,
    environment,
    fetchedAt: state?.fetchedAt,
  };
  const urlOf = (kind: 'folder' | 'secret', at: string, within: VaultMount) =>
    vaultUiUrl({
      publicUrl: config.publicUrl,
      namespace,
      mount: within,
      path: at,
      kind,
    });
  if (answer?.status !== 'ok') {
    return {
      ...shared,
      ...statusOf(unproved, state),
      url: mount && !unproved ? urlOf('folder', path, mount) : undefined,
      secrets: [],
    };
  }
  const single = answer.secrets.length === 1 && answer.secrets[0].path === path;
  return {
    ...shared,
    status: 'ok',
    url: urlOf(single ? 'secret' : 'folder', path, answer.mount),
    secrets: answer.secrets.map(secret =>
      projectSecret({
        secret,
        claimed: path,
        url: urlOf('secret', secret.path, answer.mount),
        config,
        now,
      }),
    ),
    limit: answer.limited ? config.limits.secrets : undefined,
  };

  function statusOf(
    why: string | undefined,
    { answer: refused, failure, reason }: PathState = {},
  ): Pick<SecretPath, 'status' | 'reason'> {
    if (why !== undefined) {
      return { status: 'unproved', reason: why };
    }
    if (refused && refused.status !== 'ok' && failure === undefined) {
      return { status: refused.status, reason: refused.reason };
    }
    const failed: VaultFailure = failure ?? 'unreachable';
    return {
      status: failed === 'sealed' ? 'sealed' : 'unreachable',
      reason:
        failure === undefined
          ? `Vault server '${server}' has not answered yet: what is there appears as soon as it has.`
          : options.serverReason ?? reason,
    };
  }
}
