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
  applicationName,
  getPlatformEnvironment,
  Platform,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import { Application, ApplicationSource, sourcesOf } from './Application';
import { ChartReader } from './ChartReader';
import { checkApplication } from './checkApplication';
import { checkRendered } from './checkRendered';
import { checkValues } from './checkValues';
import { Finding } from './Finding';
import { renderChart } from './renderChart';
import { ServiceFiles } from './ServiceFiles';

/** What came of checking one service in one environment. */
export interface ServiceVerdict {
  problems: Finding[];
  warnings: Finding[];
  rendered: boolean;
}

/**
 * Checks the Application of a service, its values against the chart's schema, and, with helm, what the chart makes of
 * them. Expects files that parse.
 */
export async function checkService(options: {
  files: ServiceFiles;
  platform: Platform;
  environmentLabel: string;
  charts: ChartReader;
  helm?: string;
  signal?: AbortSignal;
}): Promise<ServiceVerdict> {
  const { files, platform, charts } = options;
  const at = (file: string) => (message: string) => ({
    path: `${files.folder}/${file}`,
    message,
  });
  const verdict: ServiceVerdict = {
    problems: [],
    warnings: [],
    rendered: false,
  };
  const known = platform.environments.map(({ name }) => name);
  if (!known.includes(files.environment)) {
    verdict.problems.push(
      at('application.yaml')(
        `there is no environment ${files.environment}; use ${known.join(
          ', ',
        )}, or add it to platform.yaml first`,
      ),
    );
    return verdict;
  }

  const text = files.files.get('application.yaml');
  if (text === undefined) {
    verdict.problems.push(
      at('application.yaml')('is missing; a service needs one'),
    );
    return verdict;
  }
  const { problems, application } = checkApplication(parse(text), options);
  verdict.problems.push(...problems.map(at('application.yaml')));
  const source = application && chartSource(application);
  if (problems.length || !source) {
    return verdict;
  }

  const values = files.files.get('values.yaml') ?? '{}';
  verdict.problems.push(
    ...checkSecretsPath(parse(values), files).map(at('values.yaml')),
    ...checkRouteHost(parse(values), files, platform).map(at('values.yaml')),
  );
  const chart = await charts.read(source);
  if (!chart) {
    verdict.warnings.push(
      at('values.yaml')(
        `the chart ${source.path} of ${source.repoURL} is not there yet or cannot be read from here, so the values were not checked`,
      ),
    );
    return verdict;
  }
  const checked = checkValues(parse(values) ?? {}, chart);
  verdict.problems.push(...checked.problems.map(at('values.yaml')));
  verdict.warnings.push(...checked.warnings.map(at('values.yaml')));
  if (verdict.problems.length || !options.helm) {
    return verdict;
  }

  if (parse(chart.get('Chart.yaml') ?? '')?.dependencies?.length) {
    verdict.warnings.push(
      at('values.yaml')(
        'the chart has dependencies, which are not fetched here, so it was not rendered',
      ),
    );
    return verdict;
  }
  const namespace = applicationName(files.service, files.environment);
  try {
    const output = await renderChart({
      helm: options.helm,
      chart,
      values,
      release: source.helm?.releaseName ?? namespace,
      namespace,
      signal: options.signal,
    });
    verdict.rendered = true;
    verdict.problems.push(
      ...checkRendered(output, namespace).map(at('values.yaml')),
    );
  } catch (error) {
    options.signal?.throwIfAborted();
    verdict.problems.push(
      at('values.yaml')(`the chart does not render: ${error}`),
    );
  }
  return verdict;
}

function chartSource(application: Application): ApplicationSource | undefined {
  return sourcesOf(application).find(({ path, ref }) => path && !ref);
}

/** The cluster's store reads every path: which of them are a service's is decided here and in review. */
function checkSecretsPath(
  values: unknown,
  { environment, service }: ServiceFiles,
): string[] {
  const { secrets } = Object(values);
  const path: unknown = Object(secrets).path;
  const own = `${environment}/${service}`;
  return !path || path === own || String(path).startsWith(`${own}/`)
    ? []
    : [`secrets.path must be ${own} or begin with ${own}/, found ${path}`];
}

/** One label and the domain: the domain of one environment may end with that of another. */
function checkRouteHost(
  values: unknown,
  { environment, service }: ServiceFiles,
  platform: Platform,
): string[] {
  const { route } = Object(values);
  const host: unknown = Object(route).host;
  const { domain } = getPlatformEnvironment(platform, environment);
  const [label, ...rest] = String(host).split('.');
  return !host || (label && rest.join('.') === domain)
    ? []
    : [
        `route.host must be one label and the domain of ${environment}, such as ${service}.${domain}, found ${host}`,
      ];
}
