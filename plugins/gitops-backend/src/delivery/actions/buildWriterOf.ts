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

import type { FindingRemedy } from '@gitops-platform/backstage-plugin-gitops-common';
import type { PlatformWriter } from '@gitops-platform/backstage-plugin-gitops-node';
import type { DeliveryFacts } from '../facts/DeliveryFacts';

const BUILD_WRITERS = new Map<PlatformWriter, string>([
  ['ci', 'CI'],
  ['image-updater', 'Argo CD Image Updater'],
]);

/**
 * Each environment has one writer of its version. Who brings every build to this one by itself, in words: there, a
 * promotion or a rollback is refused.
 */
export function buildWriterOf(
  environment: string,
  { writers }: Pick<DeliveryFacts, 'writers'>,
): string | undefined {
  const writer = writers.get(environment);
  return writer && BUILD_WRITERS.get(writer);
}

/** A remedy that is a promotion or a rollback; where every build comes by itself, the repository that is built. */
export function releaseRemedy(
  environment: string,
  remedy: FindingRemedy,
  facts: Pick<DeliveryFacts, 'sourceRepository' | 'writers'>,
): FindingRemedy | undefined {
  return buildWriterOf(environment, facts)
    ? facts.sourceRepository && {
        label: 'Open the source repository',
        url: facts.sourceRepository.url,
      }
    : remedy;
}
