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

import { ConflictError } from '@backstage/errors';
import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';
import type { JsonValue } from '@backstage/types';
import { Document } from 'yaml';
import { getPlatformEnvironment } from '../platform';
import { editYaml, YamlEdit } from '../yaml';
import { ownChartSources, platformChartSource } from './chartSources';
import { followSwitches } from './followSwitches';
import { parseYamlFile } from './parseYamlFile';
import { applicationName, projectName, serviceFilePaths } from './serviceNames';
import { ServicePlanContext } from './ServicePlanContext';

/**
 * Puts right what an `application.yaml` that is there already must say for this service. Only the lines that differ
 * change: sync windows, options and whatever else reviewers decided stay.
 *
 * Throws a `ConflictError` where the file belongs to another entity, or to none that it names.
 * @internal
 */
export function updateApplication(
  path: string,
  content: string,
  context: ServicePlanContext,
): string {
  const document = parseYamlFile(path, content);
  checkOwner(path, document, context);

  const { request, environment, platform } = context;
  const name = applicationName(request.name, environment);
  const { cluster } = getPlatformEnvironment(platform, environment);
  const edits: YamlEdit[] = [];
  const set = (keys: string[], value: string) => {
    if (document.getIn(keys) !== value) {
      edits.push({ op: 'set', path: keys, value });
    }
  };
  set(['metadata', 'name'], name);
  set(['metadata', 'labels', 'app.kubernetes.io/name'], request.name);
  set(['metadata', 'labels', context.environmentLabel], environment);
  set(['spec', 'project'], projectName(environment));
  set(['spec', 'destination', 'namespace'], name);
  if (!document.hasIn(['spec', 'destination', 'server'])) {
    set(['spec', 'destination', 'name'], cluster);
  }
  edits.push(...chartEdits(document, context));
  const { values } = serviceFilePaths(context.repository, {
    service: request.name,
    environment,
  });
  return followSwitches(edits.length ? editYaml(content, edits) : content, {
    platform,
    environment,
    service: request.name,
    path,
    valuesPath: values,
  });
}

function checkOwner(
  path: string,
  document: Document,
  { request }: ServicePlanContext,
) {
  const owner = document.getIn([
    'metadata',
    'annotations',
    ANNOTATION_ENTITY_REF,
  ]);
  if (!owner) {
    throw new ConflictError(
      `${path} is there already and does not say whose it is; choose another name, or, if it is ${request.entityRef}, add the annotation ${ANNOTATION_ENTITY_REF} to it`,
    );
  }
  if (owner !== request.entityRef) {
    throw new ConflictError(
      `${path} belongs to ${owner}, not to ${request.entityRef}; choose another name`,
    );
  }
}

function chartEdits(
  document: Document,
  context: ServicePlanContext,
): YamlEdit[] {
  // One source is a platform chart, several are the service's own with its values: which revision or further
  // parameters they name is not the wizard's business.
  if (context.request.chart === 'platform') {
    return document.hasIn(['spec', 'source'])
      ? []
      : replaceChart('sources', 'source', platformChartSource(context));
  }
  return document.hasIn(['spec', 'sources'])
    ? []
    : replaceChart('source', 'sources', ownChartSources(context));
}

function replaceChart(
  before: string,
  after: string,
  value: JsonValue,
): YamlEdit[] {
  return [
    { op: 'remove', path: ['spec', before] },
    { op: 'set', path: ['spec', after], value },
  ];
}
