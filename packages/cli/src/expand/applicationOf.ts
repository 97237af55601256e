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

import { z } from 'zod';
import type { ExpandedApplication } from './ExpandedTree';
import type { Manifest } from './readManifests';

const source = z.record(z.string(), z.json());

const spec = z.looseObject({
  project: z.string(),
  source: source.optional(),
  sources: z.array(source).optional(),
  destination: z.looseObject({
    name: z.string().optional(),
    server: z.string().optional(),
    namespace: z.string().optional(),
  }),
});

/** The parts of an Application that its place in the tree follows from. Throws zod's error for one that has no spec. */
export function applicationOf(
  manifest: Manifest,
  origin: Pick<
    ExpandedApplication,
    'file' | 'applicationSet' | 'parent' | 'waves'
  >,
): ExpandedApplication {
  const parsed = spec.parse(manifest.spec);
  return {
    ...origin,
    waves: [...origin.waves, waveOf(manifest)],
    name: manifest.metadata.name ?? '',
    project: parsed.project,
    sources: parsed.sources ?? (parsed.source ? [parsed.source] : []),
    destination: parsed.destination,
    manifest,
  };
}

export function waveOf({ metadata }: Manifest): number {
  return Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}
