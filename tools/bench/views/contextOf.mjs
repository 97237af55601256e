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

import { applicationName, revisionsOf } from '../standIn/application.mjs';

/** What the page of the n-th entity is about: an Application of the same name on every instance. */
export function contextOf(index, instances) {
  const application = applicationName(index);
  return {
    application,
    instances: instances.map(({ name }) => name),
    /** Newest first. */
    revisions: revisionsOf(application).reverse(),
  };
}
