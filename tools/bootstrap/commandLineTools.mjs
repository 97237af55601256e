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

import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { root, toolsBin } from './paths.mjs';
import { probe, run } from './run.mjs';

const modules = path.join(root, 'tools', 'cli-tools');

/**
 * The tools: which Go module carries them, and which versions on PATH are as good. Rendering needs the first two; those
 * `forChecks` are for the checks of gitops-platform/ alone.
 */
const TOOLS = [
  {
    name: 'helm',
    package: 'helm.sh/helm/v4/cmd/helm',
    duration: 'up to 5 minutes',
    version: ['helm', 'version', '--short'],
    fits: output => /^v?4\./.test(output),
  },
  {
    name: 'kustomize',
    package: 'sigs.k8s.io/kustomize/kustomize/v5',
    duration: 'some seconds',
    version: ['kustomize', 'version'],
    fits: output => /^v?5\./.test(output),
  },
  {
    name: 'helm-unittest',
    package: 'github.com/helm-unittest/helm-unittest/cmd/helm-unittest',
    duration: 'up to 3 minutes',
    forChecks: true,
  },
  {
    name: 'promtool',
    package: 'github.com/prometheus/prometheus/cmd/promtool',
    // Without the ways to discover targets, which are most of it and none of which a unit test of rules uses.
    tags: 'remove_all_sd',
    duration: 'up to 5 minutes',
    version: ['promtool', '--version'],
    fits: output => /version 3\./.test(output),
    forChecks: true,
  },
];

const wanted = ({ checks }) => TOOLS.filter(tool => checks || !tool.forChecks);

/**
 * Refuses where a tool is neither there nor can be had.
 *
 * @param {{ checks: boolean }} options - `checks` also wants what only the checks of gitops-platform/ need
 */
export async function requireCommandLineTools(options) {
  for (const tool of wanted(options)) {
    const needed = !isReady(tool) && !(await fittingOnPath(tool));
    if (needed && !(await probe(['go', 'version']))) {
      throw new Problem(
        `Neither ${tool.name} nor Go is on PATH: install Go, which builds it, then run this again.`,
      );
    }
  }
}

/**
 * Puts the tools into `.toolchain/bin`: a link to what is on PATH where its version fits, else built from the Go
 * module that `tools/cli-tools/<tool>/go.mod` pins.
 *
 * @param {(line: string) => void} say
 * @param {{ checks: boolean }} options
 */
export async function ensureCommandLineTools(say, options) {
  mkdirSync(toolsBin, { recursive: true });
  for (const tool of wanted(options)) {
    if (isReady(tool)) continue;
    const target = targetOf(tool);
    rmSync(target, { force: true });
    const onPath = await fittingOnPath(tool);
    if (onPath) symlinkSync(onPath, target);
    else await build(tool, target, say);
  }
}

function targetOf(tool) {
  return path.join(toolsBin, tool.name);
}

function pinnedModule(tool) {
  return readFileSync(path.join(modules, tool.name, 'go.mod'), 'utf8');
}

/** Whether the tool was linked, or built from what is pinned now. */
function isReady(tool) {
  const target = targetOf(tool);
  const stamp = `${target}.go.mod`;
  const built =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === pinnedModule(tool);
  return existsSync(target) && (built || isLink(target));
}

/** Where the host has the tool, in a version that fits. */
async function fittingOnPath(tool) {
  if (!tool.version) return undefined;
  const file = await probe(['sh', '-c', `command -v ${tool.name}`]);
  const version = file && (await probe(tool.version));
  return version && tool.fits(version) ? file : undefined;
}

async function build(tool, target, say) {
  say(`building ${tool.name} (${tool.duration} the first time)`);
  await run(
    [
      'go',
      'build',
      '-trimpath',
      ...(tool.tags ? ['-tags', tool.tags] : []),
      '-ldflags',
      '-s -w',
      '-o',
      target,
      tool.package,
    ],
    {
      cwd: path.join(modules, tool.name),
      env: {
        ...process.env,
        CGO_ENABLED: '0',
        GOFLAGS: '-mod=readonly -buildvcs=false',
      },
      capture: true,
      label: `building ${tool.name}`,
      hint: 'Is the Go module proxy reachable from here? Go 1.26 or newer is needed.',
    },
  );
  writeFileSync(`${target}.go.mod`, pinnedModule(tool));
}

function isLink(file) {
  try {
    return existsSync(readlinkSync(file));
  } catch {
    return false;
  }
}
