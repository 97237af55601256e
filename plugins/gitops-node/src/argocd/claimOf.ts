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

import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_NAMESPACE,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
  ANNOTATION_ARGOCD_PROJECT_NAME,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { parseLabelSelector, type LabelSelector } from './LabelSelector';

/**
 * Which Applications an entity says are its own. A claim is no proof.
 * @public
 */
export interface ApplicationClaim {
  /** Empty where the claim is by selector. */
  names: string[];
  selector?: LabelSelector;
  /** The selector as it is written in the annotation. */
  selectorText?: string;
  /** Only on these instances. */
  instances?: string[];
  project?: string;
  appNamespace?: string;
  /** What is wrong with the annotations, and how to put it right. Such a claim matches nothing. */
  problem?: string;
}

/**
 * Reads the claim in an entity's annotations; `undefined` where it claims nothing.
 * @public
 */
export function claimOf(entity: Entity): ApplicationClaim | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const name = annotations[ANNOTATION_ARGOCD_APP_NAME];
  const selectorText = annotations[ANNOTATION_ARGOCD_APP_SELECTOR]?.trim();
  if (name === undefined && selectorText === undefined) {
    return undefined;
  }
  const instances = listOf(annotations[ANNOTATION_ARGOCD_INSTANCE_NAME]);
  const claim: ApplicationClaim = {
    names: listOf(name),
    selectorText: selectorText || undefined,
    instances: instances.length > 0 ? instances : undefined,
    project: annotations[ANNOTATION_ARGOCD_PROJECT_NAME]?.trim() || undefined,
    appNamespace:
      annotations[ANNOTATION_ARGOCD_APP_NAMESPACE]?.trim() || undefined,
  };
  if (name !== undefined && selectorText !== undefined) {
    return {
      ...claim,
      problem: `The entity has both annotations ${ANNOTATION_ARGOCD_APP_NAME} and ${ANNOTATION_ARGOCD_APP_SELECTOR}: keep one`,
    };
  }
  if (selectorText === undefined) {
    return claim.names.length > 0
      ? claim
      : {
          ...claim,
          problem: `The annotation ${ANNOTATION_ARGOCD_APP_NAME} is empty: set it to the name of an Application`,
        };
  }
  try {
    return { ...claim, selector: parseLabelSelector(selectorText) };
  } catch (error) {
    const reason = isError(error) ? error.message : String(error);
    return {
      ...claim,
      problem: `The annotation ${ANNOTATION_ARGOCD_APP_SELECTOR} cannot be used: ${reason}`,
    };
  }
}

function listOf(text: string | undefined): string[] {
  const items = (text ?? '').split(',').map(item => item.trim());
  return [...new Set(items.filter(item => item.length > 0))];
}
