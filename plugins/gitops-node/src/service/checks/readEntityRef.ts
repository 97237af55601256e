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

import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';
import { parse } from 'yaml';

/** The entity that an Application's file names; `undefined` where it names none or is not YAML. */
export function readEntityRef(applicationYaml: string): string | undefined {
  try {
    const document: unknown = parse(applicationYaml);
    const { metadata } = Object(document);
    const value: unknown = Object(Object(metadata).annotations)[
      ANNOTATION_ENTITY_REF
    ];
    return typeof value === 'string' ? value : undefined;
  } catch {
    // A file that does not parse names nobody; Argo CD reports it as broken.
    return undefined;
  }
}
