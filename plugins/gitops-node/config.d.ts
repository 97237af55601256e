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
     * HashiCorp Vault. Read elsewhere, as are `traefik`, `redact` and `rollback`; any other key is refused.
     */
    vault?: unknown;
    /**
     * Traefik.
     */
    traefik?: unknown;
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
     * How deployments are rolled back.
     */
    rollback?: unknown;
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
}
