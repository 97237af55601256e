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

import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  claimOf,
  type ApplicationClaim,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ownersOf } from '../../permissions/ownersOf';

/** An entity that claims Applications, and no more of it than claims, bindings and permissions need. */
export interface ClaimingEntity {
  entityRef: string;
  entity: Entity;
  owners: string[];
  claim: ApplicationClaim;
}

/** Which entities of the catalog claim Applications. */
export const CLAIMING_FILTER = [
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
].map(annotation => ({
  [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
}));

/** What is read of an entity that claims Applications. */
export const CLAIMING_FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
  'spec.system',
];

/** `undefined` where the entity claims nothing. */
export function toClaimingEntity(entity: Entity): ClaimingEntity | undefined {
  const claim = claimOf(entity);
  const { apiVersion, kind, metadata, relations = [], spec } = entity;
  return (
    claim && {
      entityRef: stringifyEntityRef(entity),
      owners: ownersOf(entity),
      claim,
      entity: {
        apiVersion,
        kind,
        metadata: { name: metadata.name, namespace: metadata.namespace },
        relations: relations.filter(({ type }) => type === RELATION_OWNED_BY),
        ...(spec?.system && { spec: { system: spec.system } }),
      },
    }
  );
}
