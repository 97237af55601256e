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

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  gitops?: {
    /**
     * What the catalog learns from Argo CD: which Applications belong to which entity, the clusters, and what is
     * installed on them.
     */
    catalog?: {
      /**
       * The kinds of entities that Applications are found for. Default: `[Component]`.
       */
      kinds?: string[];
      /**
       * The label of an Application that holds an entity's `backstage.io/kubernetes-id`, or its name where it has no
       * such annotation. Default: `app.kubernetes.io/name`.
       */
      label?: string;
      /**
       * How often Argo CD and the list of entities are read. Each replica of the backend does; `scope` is ignored.
       * Default: every minute.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * The entities of kind Resource and type `kubernetes-cluster`.
       */
      clusters?: {
        /**
         * Whether they are added to the catalog. Default: `true`.
         */
        enabled?: boolean;
        /**
         * Their owner, as an entity reference. Default: `group:default/platform-engineers`.
         */
        owner?: string;
        /**
         * The system that they are part of, as an entity reference.
         */
        system?: string;
        /**
         * Whether their API server's address is shown, in the annotation `kubernetes.io/api-server`. Whoever may
         * read the catalog can then read it. Default: `false`.
         */
        apiServer?: boolean;
      };
      /**
       * The entities of kind Resource and type `kubernetes-add-on`: what the platform's Applications, labelled
       * `gitops-platform/add-on`, install on clusters.
       */
      addOns?: {
        /**
         * Whether they are added to the catalog. Default: `true`.
         */
        enabled?: boolean;
        /**
         * Their owner, as an entity reference. Default: `group:default/platform-engineers`.
         */
        owner?: string;
        /**
         * The system that they are part of, as an entity reference.
         */
        system?: string;
      };
    };
  };
}
