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
import type { KubernetesObject } from '../types';

const container = z.looseObject({
  name: z.string().optional(),
  image: z.string().optional(),
});

const podSpec = z.looseObject({
  containers: z.array(container).optional(),
  initContainers: z.array(container).optional(),
});

const workload = z.looseObject({
  replicas: z.number().optional(),
  template: z.looseObject({
    metadata: z
      .looseObject({ labels: z.record(z.string(), z.string()).optional() })
      .optional(),
    spec: podSpec.optional(),
  }),
});

/** What a workload wants of its pods. */
export interface PodTemplate {
  replicas: number;
  labels: Record<string, string>;
  /** Of all containers, in order: those of the init containers come last. */
  images: string[];
  containerNames: string[];
  /** What of the manifest makes a new rollout when it changes. */
  source: unknown;
}

/** Reads the pod template of a Deployment and its like; `undefined` where there is none. */
export function podTemplateOf(
  manifest: KubernetesObject,
): PodTemplate | undefined {
  const parsed = workload.safeParse(manifest.spec);
  if (!parsed.success) {
    return undefined;
  }
  const { replicas, template } = parsed.data;
  const containers = template.spec?.containers ?? [];
  return {
    replicas: replicas ?? 1,
    labels: template.metadata?.labels ?? {},
    images: [...containers, ...(template.spec?.initContainers ?? [])].flatMap(
      ({ image }) => image ?? [],
    ),
    containerNames: containers.map(({ name }) => name ?? ''),
    source: template,
  };
}

const cronJob = z.looseObject({
  jobTemplate: z.looseObject({ spec: z.unknown() }),
});
const pod = z.looseObject({ containers: z.array(container) });

/** Every image that a manifest names, as `status.summary.images` lists them. */
export function imagesOf(manifest: KubernetesObject): string[] {
  const template = podTemplateOf(manifest);
  if (template) {
    return template.images;
  }
  const job = cronJob.safeParse(manifest.spec);
  if (job.success) {
    return imagesOf({ ...manifest, spec: job.data.jobTemplate.spec });
  }
  const single = pod.safeParse(manifest.spec);
  return manifest.kind === 'Pod' && single.success
    ? single.data.containers.flatMap(({ image }) => image ?? [])
    : [];
}

function tagOf(image: string): string {
  const reference = image.split('@')[0];
  return reference.slice(reference.lastIndexOf('/') + 1).split(':')[1] ?? '';
}

/** Whether the sandbox plays an image that cannot be pulled: its tag says so. */
export function isBrokenImage(image: string): boolean {
  return /broken|does-not-exist/.test(tagOf(image));
}

/** Whether the sandbox plays a version that does badly in the analysis of a Rollout: its tag says so. */
export function failsAnalysis(image: string): boolean {
  return /fails-analysis/.test(tagOf(image));
}
