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

import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { SourceParameters } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoSourceDetails } from '@gitops-platform/backstage-plugin-gitops-node';
import { commitUrl } from '../../links/commitUrl';
import { withoutCredentials } from '../../links/webPageOf';
import type { Redactor } from '../redact/Redactor';
import { parametersOf } from './parametersOf';

const MAX_PARAMETERS = 500;
const LONGEST_VALUES = 50_000;

/** A source with what is passed to its tool, masked, and how many values that hides. */
export function projectSource(options: {
  source: ArgoSourceDetails;
  /** What its target revision resolved to. */
  revision?: string;
  redactor: Redactor;
  integrations: ScmIntegrationRegistry;
}): { item: SourceParameters; masked: number } {
  const { source, revision, redactor, integrations } = options;
  const parameters = parametersOf(source)
    .slice(0, MAX_PARAMETERS)
    .map(({ name, value }) => {
      const shown = redactor.parameter(name, value);
      return { name, value: shown.value, masked: shown.masked || undefined };
    });
  const values = valuesOf(source, redactor);
  return {
    item: {
      repoUrl: redactor.text(withoutCredentials(source.repoUrl)),
      path: source.path,
      chart: source.chart,
      targetRevision: source.targetRevision,
      ref: source.ref,
      revision,
      revisionUrl: source.chart
        ? undefined
        : commitUrl(source.repoUrl, revision, integrations),
      type: typeOf(source),
      parameters,
      valueFiles: (source.helm?.valueFiles ?? []).map(file =>
        redactor.text(file),
      ),
      values: values?.text,
    },
    masked:
      parameters.filter(({ masked }) => masked).length + (values?.masked ?? 0),
  };
}

function typeOf(source: ArgoSourceDetails): SourceParameters['type'] {
  if (source.plugin) {
    return 'plugin';
  }
  if (source.kustomize) {
    return 'kustomize';
  }
  return source.helm || source.chart ? 'helm' : 'directory';
}

function valuesOf(
  { helm }: ArgoSourceDetails,
  redactor: Redactor,
): { text: string; masked: number } | undefined {
  // Argo CD, too, takes the object where there are both.
  const shown =
    (helm?.valuesObject && redactor.manifest(helm.valuesObject)) ??
    (helm?.values ? redactor.yaml(helm.values) : undefined);
  return (
    shown && {
      text:
        shown.text.length > LONGEST_VALUES
          ? `${shown.text.slice(0, LONGEST_VALUES)}\n# …`
          : shown.text,
      masked: shown.masked.length,
    }
  );
}
