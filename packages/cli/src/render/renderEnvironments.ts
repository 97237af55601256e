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

import type { RenderContext } from './RenderContext';

/** The folder of each environment's services, which Argo CD must find though there is no service yet. */
export function renderEnvironments({
  platform,
}: RenderContext): [string, string][] {
  return platform.environments.map(({ name }) => [
    `applications/${name}/README.md`,
    `<!-- Written by platform render from platform.yaml: do not edit it here. -->

# Services in ${name}

One folder per service: \`<service>/application.yaml\` and \`<service>/values.yaml\`. The Application \`applications-${name}\`
collects them.
`,
  ]);
}
