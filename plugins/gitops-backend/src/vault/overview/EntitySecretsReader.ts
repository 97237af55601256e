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

import type {
  EntitySecrets,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { AppliedManifests } from '../../argocd/applied/AppliedManifests';
import type { ClaimedApplications } from '../../argocd/ClaimedApplications';
import type { StoredApplication } from '../../argocd/store';
import type { OpenedEntity } from '../../permissions/EntityAccess';
import type { GitOpsResource } from '../../permissions/GitOpsResource';
import { ownersOf } from '../../permissions/ownersOf';
import type { EntitySignals } from '../../signals/EntitySignals';
import type { ClaimedPath } from '../claims/ClaimedPath';
import { secretClaimOf } from '../claims/secretClaimOf';
import { secretFindings } from '../findings/secretFindings';
import type { SecretsView, ShownPath } from '../findings/SecretsView';
import type { WarmPaths } from '../read/WarmPaths';
import type { Expectation } from '../references/Expectation';
import { expectationsOf } from '../references/expectationsOf';
import type { VaultServer } from '../VaultServer';
import type { VaultServers } from '../VaultServers';
import { isWorthShowing } from './isWorthShowing';
import { projectPath } from './projectPath';
import { serverAsSeen } from './serverAsSeen';

interface Options {
  config: Pick<GitOpsConfig, 'environments'>;
  servers: VaultServers;
  paths: WarmPaths;
  claimed: ClaimedApplications;
  applied: Pick<AppliedManifests, 'edition' | 'known' | 'read'>;
  signals: Pick<EntitySignals, 'onChange' | 'viewed'>;
  now?: () => number;
}

/** Puts together what is known of an entity's secrets: in Vault, and as the cluster expects them. */
export class EntitySecretsReader {
  readonly #options: Options;

  static create(options: Options): EntitySecretsReader {
    return new EntitySecretsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Waits two seconds at most for a server, and only for what it has never told. Of what nothing proves, nothing is asked. */
  async read(opened: OpenedEntity): Promise<EntitySecrets> {
    const { claimed, config, servers, now = Date.now } = this.#options;
    const { claim, paths } = secretClaimOf(opened.entity, {
      servers: servers.all.map(server => server.config),
      environments: config.environments,
    });
    const visible = paths.filter(path =>
      opened.filter.allows(resourceOf(path, opened)),
    );
    const seen = this.#visibleApplications(opened);
    const apps = seen.filter(
      app => claimed.bindingOf(app, opened.entity).status === 'proved',
    );
    const [argocd] = await Promise.all([
      Promise.all(apps.map(app => this.#options.applied.read(app))),
      ...visible
        .filter(({ unproved }) => unproved === undefined)
        .map(path => this.#options.paths.read(path, opened.entityRef)),
    ]);

    // From here on nothing is awaited: what is shown is what was looked at.
    this.#noteView(opened, visible, apps);
    const environments = new Set(seen.map(app => claimed.environmentOf(app)));
    const shown = visible
      .map(path => this.#show(path, now()))
      .filter(({ item }) =>
        isWorthShowing(item, {
          claimed: claim.source === 'annotation',
          environments,
        }),
      );
    const expectations = apps.flatMap(app => this.#expectationsOf(app, now()));
    const seenServers = this.#serversOf(visible);
    return {
      // Which paths there are is as much of a secret as what is at them.
      claim: { ...claim, paths: [...new Set(visible.map(({ path }) => path))] },
      items: shown.map(({ item }) => item),
      references: expectations.map(({ reference }) => reference),
      findings: secretFindings({
        claim,
        paths: shown,
        expectations,
        servers: seenServers,
        argocd: distinct(argocd.flatMap(({ instances }) => instances)),
      }),
      hidden: paths.length - visible.length,
      instances: seenServers.map(
        ({ name, status, reason, since, fetchedAt }) => ({
          name,
          status,
          error: reason,
          since,
          fetchedAt,
        }),
      ),
    };
  }

  /** Calls back when what an entity's page shows may have changed, until the returned function is called. */
  onChange(entityRef: string, listener: () => void): () => void {
    return this.#options.signals.onChange(entityRef, listener);
  }

  #visibleApplications(opened: OpenedEntity): StoredApplication[] {
    const { claimed } = this.#options;
    const claim = claimed.claimOf(opened.entity);
    return (claim ? claimed.find(claim) : []).filter(app =>
      opened.filter.allows(claimed.resourceOf(app, opened)),
    );
  }

  #serversOf(visible: ClaimedPath[]): SecretsView['servers'] {
    const { paths, servers } = this.#options;
    return servers.all.flatMap(server => {
      const own = visible.filter(path => path.server === server.name);
      return own.length > 0
        ? serverAsSeen(
            server,
            own.map(path => paths.known(path)),
          )
        : [];
    });
  }

  #show(path: ClaimedPath, now: number): ShownPath {
    const { paths, servers } = this.#options;
    const state = path.unproved === undefined ? paths.known(path) : undefined;
    const server = serverOf(servers, path);
    const answer = state?.answer;
    return {
      item: projectPath({
        claimed: path,
        state,
        config: server.config,
        serverReason: server.state.reason,
        now,
      }),
      denied: answer?.status === 'ok' ? answer.denied : [],
      closed: answer?.status === 'ok' && answer.closed,
    };
  }

  #expectationsOf(app: StoredApplication, now: number): Expectation[] {
    const { applied, claimed, servers } = this.#options;
    return expectationsOf({
      app,
      environment: claimed.environmentOf(app),
      resources: applied.known(app) ?? [],
      servers: servers.all.map(({ config }) => config),
      now,
    });
  }

  #noteView(
    { entity, entityRef }: OpenedEntity,
    visible: ClaimedPath[],
    apps: StoredApplication[],
  ): void {
    const { applied, claimed, paths, servers, signals } = this.#options;
    signals.viewed(
      entityRef,
      () =>
        JSON.stringify([
          visible.map(path => [
            path.path,
            paths.edition(path),
            serverOf(servers, path).status.error,
          ]),
          apps.map(app => applied.edition(app)),
        ]),
      claimed.claimOf(entity),
      'vault',
    );
  }
}

function serverOf(servers: VaultServers, { server }: ClaimedPath): VaultServer {
  const found = servers.get(server);
  if (!found) {
    throw new Error(`There is no Vault server '${server}'`);
  }
  return found;
}

/** What permission rules see of a path on the page of an entity. */
function resourceOf(
  { server, provedEnvironment }: ClaimedPath,
  { entity, entityRef }: OpenedEntity,
): GitOpsResource {
  return {
    entityRef,
    owners: ownersOf(entity),
    environment: provedEnvironment,
    project: '',
    instance: server,
  };
}

function distinct(statuses: UpstreamStatus[]): UpstreamStatus[] {
  return [...new Map(statuses.map(one => [one.name, one])).values()];
}
