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

import type { Check } from '../checks/core';
import { Scratch } from './Scratch';
import { serverArgoCd } from './serverArgoCd';
import { serverDashboard } from './serverDashboard';
import { serverDryRun } from './serverDryRun';
import { serverLatency } from './serverLatency';
import { serverProjects } from './serverProjects';
import type { ServerTarget } from './ServerTarget';

const NEEDED = [
  serverDryRun,
  serverArgoCd,
  serverProjects,
  serverLatency,
  serverDashboard,
];

/**
 * What only real servers can answer, in the order in which the checks build upon each other. Without a target they say
 * that they were not run.
 *
 * @public
 */
export function serverChecks(target: ServerTarget | undefined): {
  checks: Check[];
  stop(): Promise<void>;
} {
  // Titles are asked for without a server as well.
  const scratch = Scratch.create(target ?? { kubeconfig: '', gitUrl: '' });
  const checks = NEEDED.map(create => create(scratch));
  return {
    checks: target
      ? checks
      : checks.map(check => ({
          ...check,
          run: ({ notChecked }) => {
            notChecked(
              check.title,
              'no server is up: give --server FILE, a cluster to throw away',
            );
            return [];
          },
        })),
    stop: () => scratch.stop(),
  };
}
