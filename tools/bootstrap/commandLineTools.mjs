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
    version: ['helm', 'version', '--short'],
    fits: output => /^v?4\./.test(output),
  },
  {
    name: 'kustomize',
    package: 'sigs.k8s.io/kustomize/kustomize/v5',
    version: ['kustomize', 'version'],
    fits: output => /^v?5\./.test(output),
  },
];

/**
 * Puts helm and kustomize into `.toolchain/bin`: a link to what is on PATH where its version fits, else built from
 * the Go module that `tools/cli-tools/<tool>/go.mod` pins.
 *
 * @param {(line: string) => void} say
 */
export async function ensureCommandLineTools(say) {
  mkdirSync(toolsBin, { recursive: true });
  for (const tool of TOOLS) {
    await ensureTool(tool, say);
  }
}

async function ensureTool(tool, say) {
  const target = path.join(toolsBin, tool.name);
  const pinned = readFileSync(path.join(modules, tool.name, 'go.mod'), 'utf8');
  const stamp = `${target}.go.mod`;
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === pinned;
  if (existsSync(target) && (built || isLink(target))) return;

  const onPath = await probe(['sh', '-c', `command -v ${tool.name}`]);
  const version = onPath && (await probe(tool.version));
  rmSync(target, { force: true });
  if (version && tool.fits(version)) {
    symlinkSync(onPath, target);
    return;
  }
  if (!(await probe(['go', 'version']))) {
    throw new Problem(
      `Neither ${tool.name} nor Go is on PATH: install Go (it builds ${tool.name}), or helm 4 and kustomize 5, then run this again.`,
    );
  }
  say(
    `building ${tool.name} (${
      tool.name === 'helm' ? 'up to 5 minutes' : 'some seconds'
    } the first time)`,
  );
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
  writeFileSync(stamp, pinned);
}

function isLink(file) {
  try {
    return existsSync(readlinkSync(file));
  } catch {
    return false;
  }
}
