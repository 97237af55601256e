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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { jsonObject } from './manifest';
import { flag, listOf, text, texts } from './tolerant';

/**
 * What an Application passes to Helm. Values and parameters may be secret.
 * @public
 */
export interface ArgoHelmDetails {
  releaseName?: string;
  /** Paths; `$name/…` is in the source with that `ref`. */
  valueFiles: string[];
  parameters: { name: string; value: string; forceString: boolean }[];
  fileParameters: { name: string; path: string }[];
  /** YAML. */
  values?: string;
  valuesObject?: JsonObject;
}

/**
 * What an Application passes to Kustomize.
 * @public
 */
export interface ArgoKustomizeDetails {
  images: string[];
  namePrefix?: string;
  nameSuffix?: string;
  namespace?: string;
  replicas: { name: string; count: string }[];
  commonLabels: Record<string, string>;
  commonAnnotations: Record<string, string>;
  components: string[];
  /** How many patches there are, which may hold anything. */
  patches: number;
}

/**
 * How an Application reads a folder of plain manifests.
 * @public
 */
export interface ArgoDirectoryDetails {
  recurse: boolean;
  /** Glob patterns. */
  include?: string;
  exclude?: string;
  /** Variables may be secret. */
  jsonnet: {
    externalVariables: { name: string; value: string; code: boolean }[];
    topLevelArguments: { name: string; value: string; code: boolean }[];
    libraries: string[];
  };
}

/**
 * What an Application passes to a config management plugin. Its environment and parameters may be secret.
 * @public
 */
export interface ArgoPluginDetails {
  /** Absent where Argo CD is to find out itself which plugin fits. */
  name?: string;
  environment: { name: string; value: string }[];
  parameters: {
    name: string;
    value: string | string[] | Record<string, string>;
  }[];
}

const word = z.string().catch('');
const isTrue = flag.transform(value => value === true);
const textMap = z.record(z.string(), z.string());
const variables = listOf(
  z.object({ name: z.string(), value: word, code: isTrue }),
);

export const helmSchema = z.object({
  releaseName: text,
  valueFiles: texts,
  parameters: listOf(
    z.object({ name: z.string(), value: word, forceString: isTrue }),
  ),
  fileParameters: listOf(z.object({ name: z.string(), path: word })),
  values: text,
  valuesObject: jsonObject.optional().catch(undefined),
});

export const kustomizeSchema = z.object({
  images: texts,
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  replicas: listOf(
    z.object({
      name: z.string(),
      count: z.union([z.number(), z.string()]).transform(String),
    }),
  ),
  commonLabels: textMap.catch({}),
  commonAnnotations: textMap.catch({}),
  components: texts,
  patches: z
    .array(z.unknown())
    .catch([])
    .transform(patches => patches.length),
});

export const directorySchema = z.object({
  recurse: isTrue,
  include: text,
  exclude: text,
  jsonnet: z
    .object({ extVars: variables, tlas: variables, libs: texts })
    .catch({ extVars: [], tlas: [], libs: [] })
    .transform(({ extVars, tlas, libs }) => ({
      externalVariables: extVars,
      topLevelArguments: tlas,
      libraries: libs,
    })),
});

export const pluginSchema = z
  .object({
    name: text,
    env: listOf(z.object({ name: z.string(), value: word })),
    parameters: listOf(
      z
        .object({
          name: z.string(),
          string: text,
          array: z.array(z.string()).optional().catch(undefined),
          map: textMap.optional().catch(undefined),
        })
        .transform(({ name, string, array, map }) => ({
          name,
          value: array ?? map ?? string ?? '',
        })),
    ),
  })
  .transform(({ name, env, parameters }) => ({
    name,
    environment: env,
    parameters,
  }));
