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
  projectName,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { Application, ApplicationSource, sourcesOf } from './Application';
import { applicationSchema } from './applicationSchema';
import { checkSchema } from './checkSchema';
import { ServiceFiles } from './ServiceFiles';

const IN_CLUSTER = 'https://kubernetes.default.svc';

/**
 * Checks an Application against what its folder allows: no project, destination or namespace but the environment's,
 * no source but the platform's own and the organisation's.
 *
 * Answers with what is wrong, or with the Application.
 */
export function checkApplication(
  data: unknown,
  options: {
    files: ServiceFiles;
    platform: Platform;
    environmentLabel: string;
  },
): { problems: string[]; application?: Application } {
  const problems = checkSchema(applicationSchema, data);
  if (problems.length) {
    return { problems };
  }
  const application = data as Application;
  const { files, platform, environmentLabel } = options;
  const name = applicationName(files.service, files.environment);
  const { metadata, spec } = application;

  const mustBe = (field: string, value: string | undefined, right: string) =>
    value === right
      ? []
      : [
          `${field} must be ${right} in ${files.folder}, found ${
            value ?? 'nothing'
          }`,
        ];

  return {
    application,
    problems: [
      ...mustBe('metadata.name', metadata.name, name),
      ...mustBe('metadata.namespace', metadata.namespace, 'argocd'),
      ...mustBe(
        `metadata.labels.${environmentLabel}`,
        metadata.labels?.[environmentLabel],
        files.environment,
      ),
      ...mustBe('spec.project', spec.project, projectName(files.environment)),
      ...mustBe('spec.destination.namespace', spec.destination.namespace, name),
      ...checkCluster(application, options),
      ...sourcesOf(application).flatMap((source, index) =>
        checkSource(source, {
          field: spec.sources ? `spec.sources[${index}]` : 'spec.source',
          folder: files.folder,
          platform,
        }),
      ),
    ],
  };
}

function checkCluster(
  { spec: { destination } }: Application,
  options: { files: ServiceFiles; platform: Platform },
): string[] {
  const { cluster } = getPlatformEnvironment(
    options.platform,
    options.files.environment,
  );
  const right =
    destination.server === undefined
      ? destination.name === cluster
      : destination.name === undefined &&
        destination.server === IN_CLUSTER &&
        cluster === 'in-cluster';
  return right
    ? []
    : [
        `spec.destination.name must be ${cluster}, and server must not be there, found ${
          destination.server ?? destination.name ?? 'nothing'
        }`,
      ];
}

function checkSource(
  source: ApplicationSource,
  options: { field: string; folder: string; platform: Platform },
): string[] {
  const { field, folder, platform } = options;
  const ours = platform.repository.url;
  const organisation = new URL(`/${platform.organisation}/`, ours).toString();
  const problems: string[] = [];
  if (
    !sameRepository(source.repoURL, ours) &&
    !withoutDots(source.repoURL).startsWith(organisation)
  ) {
    problems.push(
      `${field}.repoURL must be ${ours} or begin with ${organisation}, found ${source.repoURL}`,
    );
  }
  if (source.path?.split('/').includes('..')) {
    problems.push(`${field}.path must not leave the repository`);
  }
  (source.helm?.valueFiles ?? []).forEach((file, index) => {
    const [, rooted] = /^(?:\$[A-Za-z0-9_-]+)?\/(.*)$/.exec(file) ?? [];
    const allowed =
      !/:\/\//.test(file) &&
      !file.split('/').includes('..') &&
      (rooted === undefined
        ? !file.startsWith('$')
        : rooted.startsWith(`${folder}/`));
    if (!allowed) {
      problems.push(
        `${field}.helm.valueFiles[${index}] must be a file of ${folder}, or of the chart, found ${file}`,
      );
    }
  });
  return problems;
}

/** As git's HTTP client asks for it: `a/../b` is `b`. What is no URL begins with nothing of ours. */
function withoutDots(url: string): string {
  return URL.canParse(url) ? new URL(url).href : '';
}
