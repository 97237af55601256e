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

const text = { type: 'string', minLength: 1 };
const texts = { type: 'object', additionalProperties: { type: 'string' } };

const helm = {
  description:
    'only how the chart is released and which files hold its values; the values themselves belong in values.yaml',
  type: 'object',
  additionalProperties: false,
  properties: {
    releaseName: {
      description:
        'lower-case letters, digits and hyphens, at most 53 of them, as Helm has it',
      type: 'string',
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
      maxLength: 53,
    },
    valueFiles: { type: 'array', items: text },
    ignoreMissingValueFiles: { type: 'boolean' },
    skipCrds: { type: 'boolean' },
    skipTests: { type: 'boolean' },
  },
};

const source = {
  type: 'object',
  additionalProperties: false,
  required: ['repoURL'],
  properties: {
    repoURL: text,
    path: text,
    targetRevision: text,
    ref: text,
    name: text,
    helm,
  },
};

const syncPolicy = {
  type: 'object',
  additionalProperties: false,
  properties: {
    automated: {
      type: 'object',
      additionalProperties: false,
      properties: {
        enabled: { type: 'boolean' },
        prune: { type: 'boolean' },
        selfHeal: { type: 'boolean' },
        allowEmpty: { type: 'boolean' },
      },
    },
    syncOptions: {
      type: 'array',
      items: { type: 'string', pattern: '^[A-Za-z]+=[A-Za-z-]+$' },
    },
    managedNamespaceMetadata: {
      type: 'object',
      additionalProperties: false,
      properties: { labels: texts, annotations: texts },
    },
    retry: {
      type: 'object',
      additionalProperties: false,
      properties: {
        limit: { type: 'integer', minimum: -1 },
        refresh: { type: 'boolean' },
        backoff: {
          type: 'object',
          additionalProperties: false,
          properties: {
            duration: text,
            factor: { type: 'integer', minimum: 1 },
            maxDuration: text,
          },
        },
      },
    },
  },
};

/**
 * The part of Argo CD's Application that a service may use. Narrower than Argo CD's own on purpose: a build plug-in, an
 * inline value or a running operation has no place in a reviewed file.
 */
export const applicationSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: { const: 'argoproj.io/v1alpha1' },
    kind: { const: 'Application' },
    metadata: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'namespace'],
      properties: {
        name: text,
        namespace: text,
        labels: texts,
        annotations: texts,
        finalizers: { type: 'array', items: text },
      },
    },
    spec: {
      type: 'object',
      additionalProperties: false,
      required: ['project', 'destination'],
      oneOf: [{ required: ['source'] }, { required: ['sources'] }],
      properties: {
        project: text,
        source,
        sources: { type: 'array', minItems: 1, items: source },
        destination: {
          type: 'object',
          additionalProperties: false,
          required: ['namespace'],
          properties: { name: text, server: text, namespace: text },
        },
        syncPolicy,
        ignoreDifferences: { type: 'array', items: { type: 'object' } },
        info: { type: 'array', items: { type: 'object' } },
        revisionHistoryLimit: { type: 'integer', minimum: 0 },
      },
    },
  },
};
