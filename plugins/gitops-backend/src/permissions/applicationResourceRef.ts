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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const KIND = 'application';

/** An Application as an entity claims it. */
export interface ClaimedApplication {
  instance: string;
  namespace: string;
  name: string;
  /** Full reference, lower case. */
  entityRef: string;
}

/**
 * The reference by which the permission framework names an Application on the page of an entity:
 * `application:<instance>/<namespace>/<name>@<entityRef>`, each part percent-encoded.
 */
export function formatApplicationRef(claimed: ClaimedApplication): string {
  const { instance, namespace, name, entityRef } = claimed;
  const path = [instance, namespace, name].map(encodeURIComponent).join('/');
  return `${KIND}:${path}@${entityRef}`;
}

/** Takes {@link formatApplicationRef} apart; `undefined` where it is none. */
export function parseApplicationRef(
  resourceRef: string,
): ClaimedApplication | undefined {
  const match = /^application:([^/@]+)\/([^/@]+)\/([^/@]+)@(.+)$/.exec(
    resourceRef,
  );
  if (!match) {
    return undefined;
  }
  try {
    const [instance, namespace, name] = match
      .slice(1, 4)
      .map(decodeURIComponent);
    const entityRef = stringifyEntityRef(parseEntityRef(match[4]));
    return { instance, namespace, name, entityRef };
  } catch {
    // A broken percent-encoding or entity reference names nothing.
    return undefined;
  }
}
