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

import { mockServices } from '@backstage/backend-test-utils';
import { Octokit } from '@octokit/rest';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../upstream';
import { GitHubGitOpsRepository } from '../github';
import type { FakeGitHub } from './FakeGitHub';

/** Waits for nothing, and remembers how long it should have. */
export function hurriedClock(): Clock & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => 0,
    random: () => 0.5,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      await setImmediate();
    },
  };
}

/** The repository that a fake plays. */
export function repositoryOn(fake: FakeGitHub, clock: Clock = hurriedClock()) {
  const quiet = () => {};
  return GitHubGitOpsRepository.create({
    octokit: new Octokit({
      baseUrl: `http://${fake.host}/api/v3`,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    }),
    owner: 'acme',
    name: 'platform',
    url: `http://${fake.host}/acme/platform`,
    logger: mockServices.logger.mock(),
    clock,
  });
}
