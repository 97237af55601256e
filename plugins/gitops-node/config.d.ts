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

import type { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * The GitOps plugins. A wrong value stops the backend at start-up with the key, what was found and what is
   * expected.
   */
  gitops?: {
    /**
     * The environments, in promotion order.
     */
    environments?: Array<{
      /**
       * A lower-case DNS label; not `unknown`. Neither a name nor an alias may end with `-` and that of another
       * environment: with `prod` and `pre-prod`, the Application `orders-pre-prod` could belong to either.
       */
      name: string;
      /**
       * Other names of the environment, as labels or the ends of destination namespaces use them.
       */
      aliases?: string[];
      /**
       * Names or server URLs of the Argo CD destinations that belong to this environment alone. Leave out
       * clusters that several environments share.
       */
      clusters?: string[];
    }>;

    /**
     * The label of an Application that names its environment. Default: `environment`.
     */
    environmentLabel?: string;

    /**
     * The repositories that Argo CD deploys from, each with its layout.
     */
    repositories?: Array<{
      /**
       * As a browser opens it, without credentials. The host must be one of `integrations`.
       */
      url: string;
      /**
       * The branch that Argo CD follows. Default: `main`.
       */
      branch?: string;
      /**
       * The folder of a service, with `{environment}` and `{service}` once each.
       * Default: `applications/{environment}/{service}`.
       */
      path?: string;
      /**
       * Where the version that runs is written. Default: `image.tag` and `image.digest` in `values.yaml`.
       */
      version?: {
        /**
         * `helm-values`: dotted paths in a file of Helm values. `kustomize-images`: the images of a
         * kustomization.
         */
        kind: 'helm-values' | 'kustomize-images';
        /**
         * The file inside the service's folder. Default: `values.yaml` or `kustomization.yaml`.
         */
        file?: string;
        /**
         * Dotted paths of the version, the tag first; for a kustomization the names of its images (all of them,
         * where the list is empty).
         */
        paths?: string[];
      };
    }>;

    /**
     * What people may do to Applications from the portal.
     */
    operations?: {
      /**
       * Whether sync, refresh and terminate exist at all. They need the permission framework, too.
       * Default: `false`.
       */
      enabled?: boolean;
    };

    /**
     * When an entity's claim on an Application counts.
     */
    bindings?: {
      /**
       * `claim`: the entity's annotations suffice to read an Application's state. `strict`: that needs the same
       * proof as everything else. Default: `claim`.
       */
      mode?: 'claim' | 'strict';
      /**
       * Rules that prove a claim where the Application carries no `backstage.io/entity-ref` annotation. All the
       * keys of a rule must match, and one of them must name `{name}`, `{owner}` or `{system}`, which stand for
       * the entity's own, as does `{namespace}`. `{owner}` is the name of an owning group, `{system}` that of the
       * system, both in the entity's own namespace.
       *
       * Rules count for components alone, and only for those of the namespace `default` unless the rule names
       * `{namespace}` as well.
       *
       * Beware: owner and system are what the component's own catalog-info.yaml says, and everybody who may register
       * a component can write them. A rule is as safe as `catalog.rules` and the reviews of these files; where these
       * are open to all, set the annotation `backstage.io/entity-ref` on the Applications instead.
       */
      rules?: Array<{
        /**
         * The AppProject.
         */
        project?: string;
        /**
         * The URL of a source repository.
         */
        repository?: string;
        /**
         * The destination namespace.
         */
        destinationNamespace?: string;
      }>;
    };

    /**
     * Argo CD.
     */
    argocd?: {
      instances: Array<{
        /**
         * The name that `argocd/instance-name` uses, and that people see.
         */
        name: string;
        /**
         * The address of the API as the backend reaches it; a sub-path is kept.
         */
        url: string;
        /**
         * The address that links point to. Default: `url`.
         */
        frontendUrl?: string;
        /**
         * One of `token`, `tokenFile`, or `username` with `password`.
         */
        auth: {
          /**
           * A token of an Argo CD account or project role.
           * @visibility secret
           */
          token?: string;
          /**
           * A file that holds the token. It is read again when it changes.
           */
          tokenFile?: string;
          /**
           * The name of a local account.
           */
          username?: string;
          /**
           * The password of that account.
           * @visibility secret
           */
          password?: string;
        };
        /**
         * Further headers of every request, for a proxy in front of Argo CD.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        tls?: {
          /**
           * A PEM file with the certificates of authorities to trust beside the well-known ones.
           */
          caFile?: string;
        };
        proxy?: {
          /**
           * The proxy that the instance is called through, such as `http://user:password@proxy.example.com:3128`.
           * It is asked for a tunnel (CONNECT), so that it never sees the Argo CD token of an `https` instance.
           *
           * Without it, the environment variables `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` count as with other
           * tools; an instance on this machine itself (`localhost`, `127.0.0.1`) is then called directly.
           * @visibility secret
           */
          url: string;
        };
        /**
         * The time a call may take, at most an hour. Default: 10 seconds.
         */
        timeout?: HumanDuration | string;
      }>;
    };

    /**
     * Command-line tools that may be used. What is not configured is not used.
     */
    tools?: {
      /**
       * The path of helm 4, with which charts are rendered before they are committed.
       */
      helm?: string;
    };

    /**
     * Entities and their Applications: read by the module of the catalog.
     */
    catalog?: unknown;
    /**
     * HashiCorp Vault, for names, key names, versions and ages of secrets; never for a value.
     */
    vault?: {
      servers: Array<{
        /**
         * The name that `vault.io/server-name` uses, and that people see.
         */
        name: string;
        /**
         * The address of the API as the backend reaches it, without `/v1`.
         */
        url: string;
        /**
         * The address that links point to. Default: `url`.
         */
        publicUrl?: string;
        /**
         * Other addresses of the same server, as SecretStores in the cluster name it.
         */
        aliases?: string[];
        /**
         * SecretStores that read from it and whose manifests no entity's Application brings along, as
         * `ClusterSecretStore/<name>` or `SecretStore/<namespace>/<name>`.
         */
        stores?: string[];
        /**
         * The Vault namespace that everything is in.
         */
        namespace?: string;
        /**
         * The namespaces below it that entities may name with `vault.io/namespace`: patterns with `{environment}`,
         * `{service}`, `{system}`, `{owner}` and `{namespace}`, and `*` for one name. Default: none.
         */
        allowedNamespaces?: string[];
        /**
         * `method` and what belongs to it. `token`: `token` or `tokenFile`. `kubernetes`: `role`, and if need be
         * `authPath` and `serviceAccountTokenPath`. `approle`: `roleId` with `secretId` or `secretIdFile`, and if need
         * be `authPath`. `jwt`: `role` and `jwtFile`, and if need be `authPath`. Modules may add methods.
         * @deepVisibility secret
         */
        auth: { method: string; [setting: string]: unknown };
        /**
         * Further headers of every request, for a proxy in front of Vault.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        tls?: {
          /**
           * A PEM file with the certificates of authorities to trust beside the well-known ones.
           */
          caFile?: string;
        };
        proxy?: {
          /**
           * The proxy that the server is called through, as with `gitops.argocd`.
           * @visibility secret
           */
          url: string;
        };
        /**
         * The time a call may take, at most an hour. Default: 10 seconds.
         */
        timeout?: HumanDuration | string;
        /**
         * The KV secrets engines; the first is that of entities that name none. Default: those that the backend's
         * policies let it see.
         */
        mounts?: Array<{ path: string; version: 1 | 2 }>;
        /**
         * Where a service's secrets are inside of a mount, for entities that name no path.
         * Default: `{environment}/{service}`.
         */
        pathPattern?: string;
        /**
         * What proves that a path is an entity's own: patterns with the placeholders of `allowedNamespaces`, one of
         * which is `{service}`, `{owner}` or `{system}`, and `*` for one name. A proved path stands for all below it.
         * They hold in every mount. Default: `pathPattern`.
         *
         * They count for components alone, and only for those of the namespace `default` unless the pattern names
         * `{namespace}`. As with `gitops.bindings.rules`, owner and system are what the component's own
         * catalog-info.yaml says.
         */
        allowedPaths?: string[];
        /**
         * The names of custom metadata that people may see. Default: none.
         */
        customMetadata?: string[];
        /**
         * How old a secret's current version may become.
         */
        rotation?: {
          /**
           * Where no rule says otherwise. Default: as old as it likes.
           */
          maxAge?: HumanDuration | string;
          /**
           * The first whose path matches counts; `*` stands for one name, `**` for any number of them.
           */
          rules?: Array<{ path: string; maxAge: HumanDuration | string }>;
          /**
           * The custom metadata with which a secret says so for itself, as in `30d`. Default: `rotation-max-age`.
           */
          metadataKey?: string;
        };
        limits?: {
          /**
           * How many secrets of a path are listed, at most 1000. Default: 200.
           */
          secrets?: number;
          /**
           * How many calls are under way at a time, at most 16. Default: 5.
           */
          concurrency?: number;
        };
      }>;
    };
    /**
     * Traefik, for the routes that lead to an entity.
     */
    traefik?: {
      instances: Array<{
        /**
         * The name that `traefik.io/instance-name` uses, and that people see.
         */
        name: string;
        /**
         * The addresses of the API, one per replica: each answers only for itself. Either these or `dns`.
         */
        urls?: string[];
        /**
         * The name of a headless Service, each of whose addresses is a replica. They are called with http.
         */
        dns?: string;
        /**
         * The port of the API behind `dns`. Default: 8080.
         */
        port?: number | string;
        /**
         * Where Traefik's `api.basePath` puts the API.
         */
        basePath?: string;
        /**
         * The address of the dashboard, which links point to.
         */
        dashboardUrl?: string;
        /**
         * Whether a load balancer in front of Traefik ends TLS. Default: `false`.
         */
        tlsEndsBefore?: boolean | string;
        /**
         * The environments whose routes it serves. Default: all.
         */
        environments?: string[];
        /**
         * The Argo CD destinations, by name or server URL, whose routes it serves. Default: all.
         */
        clusters?: string[];
        /**
         * Of a basicAuth middleware in front of the API.
         */
        auth?: {
          username: string;
          /**
           * @visibility secret
           */
          password: string;
        };
        /**
         * Further headers of every request, for a proxy in front of Traefik.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        tls?: {
          /**
           * A PEM file with the certificates of authorities to trust beside the well-known ones.
           */
          caFile?: string;
        };
        proxy?: {
          /**
           * The proxy that the replicas are called through, as with Argo CD.
           * @visibility secret
           */
          url: string;
        };
        /**
         * The time a call may take, at most an hour. Default: 10 seconds.
         */
        timeout?: HumanDuration | string;
      }>;
      /**
       * How often each replica is asked, at most an hour. Default: 10 seconds.
       */
      pollInterval?: HumanDuration | string;
      /**
       * How long before a certificate ends it is a finding, at most a year. Default: 14 days.
       */
      certificateWarning?: HumanDuration | string;
    };
    /**
     * What is masked in diffs, parameters, values, logs and messages, beside what looks like a credential anyway.
     * A wrong regular expression stops the backend at start-up.
     */
    redact?: {
      /**
       * Regular expressions of keys, such as `^badge`: the value of a Helm parameter, a variable or a field of a
       * manifest is masked where its key matches, whatever the case.
       */
      keys?: string[];
      /**
       * Regular expressions of values: what matches is masked wherever it stands in a line of text.
       */
      values?: string[];
    };
    /**
     * How deployments are recorded and judged.
     */
    delivery?: {
      /**
       * A deployment that turns Degraded within that time after it was Healthy has failed, as the change failure rate
       * counts. At most 30 days. Default: an hour.
       */
      failureWindow?: HumanDuration | string;
      /**
       * How long recorded deployments are kept. Default: 400 days.
       */
      retention?: HumanDuration | string;
    };
    /**
     * How deployments are rolled back.
     */
    rollback?: {
      /**
       * For how long a deployment must have been Healthy to be gone back to, at most a week. Default: 10 minutes.
       */
      minHealthy?: HumanDuration | string;
    };
    /**
     * Backstage notifications to the owners of what is deployed. They need the notifications backend.
     */
    notifications?: {
      /**
       * Default: `false`.
       */
      enabled?: boolean;
      /**
       * The environments whose Applications are told of when they turn Degraded. Default: the last one.
       */
      environments?: string[];
    };
  };

  /**
   * Of Roadie's and the Community's plugins: read where there is no `gitops.argocd`.
   */
  argocd?: {
    username?: string;
    /**
     * @visibility secret
     */
    password?: string;
    appLocatorMethods?: Array<{
      type: string;
      instances?: Array<{
        name: string;
        url: string;
        frontendUrl?: string;
        username?: string;
        /**
         * @visibility secret
         */
        password?: string;
        /**
         * @visibility secret
         */
        token?: string;
      }>;
    }>;
  };

  /**
   * Of the Community's plugin: read where there is no `gitops.vault`.
   */
  vault?: {
    baseUrl?: string;
    publicUrl?: string;
    secretEngine?: string;
    kvVersion?: number;
    /**
     * @visibility secret
     */
    token?: string;
    auth?: {
      type?: string;
      /**
       * @visibility secret
       */
      secret?: string;
      role?: string;
      authPath?: string;
      serviceAccountTokenPath?: string;
    };
  };
}
