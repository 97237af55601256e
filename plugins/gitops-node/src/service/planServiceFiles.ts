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

import { ConflictError, InputError } from '@backstage/errors';
import { GitOpsRepositoryConfig } from '../config';
import { Platform } from '../platform';
import { followsOwnChart } from './chartSources';
import { parseYamlFile } from './parseYamlFile';
import { planServiceRegistry } from './planServiceRegistry';
import { renderApplication } from './renderApplication';
import { renderValues } from './renderValues';
import { requestedValues } from './requestedValues';
import { serviceFilePaths } from './serviceNames';
import { SERVICE_REGISTRIES_FILE } from './serviceRegistries';
import { ServicePlanContext } from './ServicePlanContext';
import { PlannedFile, ServiceRequest } from './ServiceRequest';
import { updateApplication } from './updateApplication';
import { updateValues } from './updateValues';

/**
 * The files that a service has in a GitOps repository: `application.yaml` and `values.yaml` for each environment of
 * the request; and the list of the services whose registries Terraform makes, where the repository has one and the
 * service is not in it.
 *
 * `existing` holds the text of those of them that are there already, by path. To these, what was asked for is applied
 * as edits that leave every other byte as it was, so that the same request a second time changes nothing.
 *
 * Throws a `ConflictError` where a file belongs to another entity, or the name to another repository in that list, an `InputError` where one does not parse, or where
 * a service's own chart is to begin in an environment that promotion writes and `chartRevision` is not known.
 * @public
 */
export function planServiceFiles(options: {
  request: ServiceRequest;
  platform: Platform;
  repository: GitOpsRepositoryConfig;
  existing: ReadonlyMap<string, string>;
  /** The label of an Application that names its environment, `environment` by default. */
  environmentLabel?: string;
  /** The commit that environments which promotion writes take the service's own chart from, for as long as it is not moved. */
  chartRevision?: string;
}): PlannedFile[] {
  const { request, platform, repository, existing, chartRevision } = options;
  checkOwnChart(options);
  const files = request.environments.flatMap(environment =>
    planEnvironment(
      {
        request,
        environment,
        platform,
        repository,
        environmentLabel: options.environmentLabel ?? 'environment',
        chartRevision,
      },
      existing,
    ),
  );
  const list = existing.get(SERVICE_REGISTRIES_FILE);
  const registry =
    list === undefined
      ? undefined
      : planServiceRegistry({
          request,
          gitopsUrl: repository.url,
          content: list,
        });
  return registry ? [...files, registry] : files;
}

function planEnvironment(
  context: ServicePlanContext,
  existing: ReadonlyMap<string, string>,
): PlannedFile[] {
  const { request, environment, repository } = context;
  const paths = serviceFilePaths(repository, {
    service: request.name,
    environment,
  });
  const application = existing.get(paths.application);
  const values = existing.get(paths.values);
  if (values !== undefined && application === undefined) {
    throw new ConflictError(
      `${paths.values} is there already, without an application.yaml that would say whose it is; choose another name, or remove the file`,
    );
  }
  return [
    plannedFile(
      paths.application,
      application,
      application === undefined
        ? renderApplication(context)
        : updateApplication(paths.application, application, context),
    ),
    plannedFile(
      paths.values,
      values,
      values === undefined
        ? renderValues(context)
        : updateValues(paths.values, values, requestedValues(context)),
    ),
  ];
}

function checkOwnChart(options: Parameters<typeof planServiceFiles>[0]): void {
  const { request, platform, repository, existing, chartRevision } = options;
  if (request.chart === 'platform' || chartRevision) {
    return;
  }
  const refused = request.environments.filter(environment => {
    const { application: path } = serviceFilePaths(repository, {
      service: request.name,
      environment,
    });
    const present = existing.get(path);
    return (
      !followsOwnChart(platform, environment) &&
      !(present && parseYamlFile(path, present).hasIn(['spec', 'sources']))
    );
  });
  if (refused.length) {
    const first = platform.environments.find(({ name }) =>
      followsOwnChart(platform, name),
    );
    throw new InputError(
      `The service is refused. environments: found ${refused.join(
        ', ',
      )} with chart own, expected only environments that promotion does not write, because the others take the chart at a commit and ${
        request.repositoryUrl
      } has none yet; ${
        first ? `start with ${first.name} alone` : 'use chart platform'
      }, and ask again for ${refused.join(
        ' and ',
      )} once the repository exists, or use chart platform`,
    );
  }
}

function plannedFile(
  path: string,
  before: string | undefined,
  content: string,
): PlannedFile {
  if (before === undefined) {
    return { path, content, change: 'added' };
  }
  return {
    path,
    content,
    change: before === content ? 'unchanged' : 'modified',
  };
}
