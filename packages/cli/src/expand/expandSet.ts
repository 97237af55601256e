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

import { z } from 'zod';
import { evaluateFields } from './evaluateTemplate';
import type { KnownCluster } from './ExpandedTree';
import { generatorParameters } from './generatorParameters';
import type { Manifest } from './readManifests';

const spec = z.looseObject({
  goTemplate: z.literal(true),
  generators: z.array(z.unknown()),
  template: z.looseObject({
    metadata: z.record(z.string(), z.json()),
    spec: z.record(z.string(), z.json()),
  }),
});

/** The manifests of the Applications that an ApplicationSet makes. Throws where Argo CD, or this, could not. */
export function expandSet(set: Manifest, clusters: KnownCluster[]): Manifest[] {
  const { generators, template } = spec.parse(set.spec);
  return generators
    .flatMap(generator => generatorParameters(generator, clusters))
    .map(parameters => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: evaluateFields(template.metadata, parameters),
      spec: evaluateFields(template.spec, parameters),
    }));
}
