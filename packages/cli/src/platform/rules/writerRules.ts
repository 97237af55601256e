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

import { type PlatformRule, rule } from './PlatformRule';

export const writerRules: PlatformRule[] = [
  {
    name: 'image-updater-and-ci',
    find: ({ features, environments }) =>
      environments.flatMap(({ name, writer }, index) =>
        features.imageUpdater && writer === 'ci'
          ? [
              {
                at: `environments[${index}].writer`,
                reason: `CI and Image Updater would both write the version of ${name}, and overwrite each other`,
                remedy:
                  'set it to image-updater, or features.imageUpdater to false',
              },
            ]
          : [],
      ),
  },
  {
    name: 'image-updater-is-off',
    find: ({ features, environments }) =>
      environments.flatMap(({ name, writer }, index) =>
        !features.imageUpdater && writer === 'image-updater'
          ? [
              {
                at: `environments[${index}].writer`,
                reason: `Image Updater is off, so nobody writes the version of ${name}`,
                remedy:
                  'set features.imageUpdater to true, or the writer to ci',
              },
            ]
          : [],
      ),
  },
  rule(
    'image-updater-without-environment',
    ({ features, environments }) =>
      features.imageUpdater &&
      environments.every(({ writer }) => writer === 'promotion'),
    {
      at: 'features.imageUpdater',
      reason:
        'Image Updater is on, and promotion writes the version of every environment',
      remedy:
        "set it to false, or the first environment's writer to image-updater",
    },
  ),
  rule(
    'first-environment-promoted',
    ({ environments, features }) =>
      environments[0].writer === 'promotion' && !features.imageUpdater,
    {
      at: 'environments[0].writer',
      reason:
        'the first environment has none before it that a version could be promoted from',
      remedy: 'set it to ci',
    },
  ),
];
