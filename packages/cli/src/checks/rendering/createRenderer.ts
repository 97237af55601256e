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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { readAddOns } from '../../addons';
import { expandTree } from '../../expand';
import { readPlatformFile } from '../../platform';
import { applyChanges, type Tree } from '../../tree';
import type { Problem } from '../core/Problem';
import type { Tools } from '../tools';
import { textAt } from '../yaml';
import { chartReleases } from './chartReleases';
import { deployedApplications } from './deployedApplications';
import { inParallel } from './inParallel';
import { parseManifests } from './parseManifests';
import type { DeployedApplication, Manifest, Rendering } from './Rendering';
import { renderRelease } from './renderRelease';
import { renderSource, type RenderOptions } from './renderSource';
import { SAMPLES, sampleApplications } from './sampleApplications';
import { SourceIndex } from './SourceIndex';
import { withoutRemoteBases } from './withoutRemoteBases';

/** Tools that run at a time: each takes a core. */
const AT_ONCE = 3;

/**
 * Makes everything that Argo CD would deploy from a rendered tree; with the name `SAMPLES`, what it could deploy.
 *
 * @internal
 */
export type Renderer = (name: string, tree: Tree) => Promise<Rendering>;

/**
 * A renderer that remembers, from one feature set to the next, what it has rendered from the same files.
 *
 * @internal
 */
export function createRenderer(options: {
  tools: Tools;
  say(line: string): void;
}): Renderer {
  const { tools, say } = options;
  const cache = new Map<string, Promise<string>>();
  return async (name, given) => {
    const { tree, remote } = tools.online
      ? { tree: given, remote: [] }
      : withoutRemoteBases(given);
    const platform = readPlatformFile(tree.get(PLATFORM_FILE) ?? '');
    const addOns = readAddOns(tree);
    const isSample = name === SAMPLES;
    const expanded = expandTree(tree);
    const applications = isSample
      ? sampleApplications(tree, platform)
      : deployedApplications(expanded, addOns);
    const root = await mkdtemp(path.join(tmpdir(), 'platform-check-'));
    try {
      await applyChanges(root, { write: tree, remove: [] });
      const rendering: Rendering = {
        name,
        isSample,
        tree: given,
        platform,
        addOns,
        applications,
        manifests: [],
        releases: applications.flatMap(one => chartReleases(one, tree)),
        problems: isSample ? [] : expanded.problems.map(expansionProblem),
        notRendered: remote.map(({ url }) => ({
          what: url,
          why: 'it is fetched only with --online, which allows the network',
        })),
      };
      const index = SourceIndex.of(tree);
      let done = 0;
      const rendered = await inParallel(applications, AT_ONCE, async one => {
        const manifests = await renderApplication(one, rendering, index, {
          tree,
          root,
          repository: platform.repository.url,
          tools,
          cache,
        });
        done += 1;
        if (done % 25 === 0)
          say(
            `${name}: ${done} of ${applications.length} Applications rendered`,
          );
        return manifests;
      });
      rendering.manifests = rendered.flat();
      return rendering;
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  };
}

async function renderApplication(
  application: DeployedApplication,
  rendering: Rendering,
  index: SourceIndex,
  options: RenderOptions,
): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const source of application.sources) {
    const url = textAt(source, 'repoURL') ?? '';
    const isOwn = url === options.repository;
    try {
      if (textAt(source, 'chart')) {
        const release = rendering.releases.find(
          one =>
            one.application === application &&
            one.chart === textAt(source, 'chart'),
        );
        if (release && options.tools.online) {
          const text = await renderRelease(release, options.tools);
          const folders = [`infrastructure/${application.addOn?.name}`];
          manifests.push(
            ...parseManifests(text, {
              application,
              file: release.files[0],
              folders,
              index,
            }),
          );
        }
      } else if (textAt(source, 'path') !== undefined && isOwn) {
        for (const part of await renderSource(application, source, options)) {
          manifests.push(
            ...parseManifests(part.text, { application, index, ...part }),
          );
        }
      } else if (textAt(source, 'path') !== undefined) {
        rendering.notRendered.push({
          what: `${application.name}: ${url}`,
          why: 'it is another repository',
        });
      }
    } catch (error) {
      rendering.problems.push(renderProblem(application, source, error));
    }
  }
  return manifests;
}

function renderProblem(
  { name, file }: DeployedApplication,
  source: Record<string, unknown>,
  error: unknown,
): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    file: textAt(source, 'path') ?? file,
    what: `${name} cannot be rendered: ${message}`,
    mend: 'Argo CD would say the same: correct what the tool names.',
  };
}

function expansionProblem(problem: string): Problem {
  const [, file, what] = /^([^:]+): ([\s\S]*)$/.exec(problem) ?? [
    '',
    '.',
    problem,
  ];
  return {
    file,
    what: `cannot be expanded: ${what}`,
    mend: 'Correct it: Argo CD could not make its Applications.',
  };
}
