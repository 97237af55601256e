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

/** The tools that rendering needs: which Go module carries them, and which versions on PATH are as good. */
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
];

/**
 * Refuses where a tool is neither there nor can be had.
 */
export async function requireCommandLineTools() {
  for (const tool of TOOLS) {
    const needed = !isReady(tool) && !(await fittingOnPath(tool));
    if (needed && !(await probe(['go', 'version']))) {
      throw new Problem(
        `Neither ${tool.name} nor Go is on PATH: install Go (it builds ${tool.name}), or helm 4 and kustomize 5, then run this again.`,
      );
    }
  }
}

/**
 * Puts helm and kustomize into `.toolchain/bin`: a link to what is on PATH where its version fits, else built from
 * the Go module that `tools/cli-tools/<tool>/go.mod` pins.
 *
 * @param {(line: string) => void} say
 */
export async function ensureCommandLineTools(say) {
  mkdirSync(toolsBin, { recursive: true });
  for (const tool of TOOLS) {
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
