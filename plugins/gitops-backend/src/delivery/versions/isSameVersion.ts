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

import type { DeliveryVersion } from '@gitops-platform/backstage-plugin-gitops-common';
import { imageOf } from './imageOf';

/** Whether the same runs in two environments: by digest, else by source commit, else by what people call it. */
export function isSameVersion(
  one: DeliveryVersion,
  other: DeliveryVersion,
): boolean {
  if (one.placeholder || other.placeholder) {
    return one.placeholder === other.placeholder;
  }
  const [left, right] = [digestOf(one), digestOf(other)];
  if (left && right) {
    return left === right;
  }
  return one.sourceRevision && other.sourceRevision
    ? one.sourceRevision === other.sourceRevision
    : one.label === other.label;
}

/** Of the image that the version is called after. */
function digestOf({ images, label }: DeliveryVersion): string | undefined {
  const read = images.map(imageOf);
  const main = read.find(({ tag }) => tag === label) ?? read[0];
  return main?.digest;
}
