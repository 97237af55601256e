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
import type { FormCheck } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  checkServiceRequest,
  findStartingPoint,
  GitOpsConfig,
  planServiceFiles,
  readChartRevision,
  readServiceFiles,
  ServiceRequest,
  siblingRepositoryUrl,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';
import type { FormField, FormQuestion } from './FormField';
import type { GitOpsPlatform } from './GitOpsPlatform';
import type { ServiceOwnership } from './ServiceOwnership';

/** The files that the task would write, against Git as it stands. */
export class FilesField implements FormField {
  readonly #config: GitOpsConfig;
  readonly #platform: GitOpsPlatform;
  readonly #name: FormField;
  readonly #host: FormField;
  readonly #ownership: ServiceOwnership;
  readonly #repositories: RepositorySource;

  constructor(options: {
    config: GitOpsConfig;
    platform: GitOpsPlatform;
    name: FormField;
    host: FormField;
    ownership: ServiceOwnership;
    repositories: RepositorySource;
  }) {
    this.#config = options.config;
    this.#platform = options.platform;
    this.#name = options.name;
    this.#host = options.host;
    this.#ownership = options.ownership;
    this.#repositories = options.repositories;
  }

  async check(question: FormQuestion): Promise<FormCheck> {
    const platform = await this.#platform.read();
    const request = checkServiceRequest(this.#inputOf(question), {
      config: this.#config,
      platform,
    });
    const refusal = await this.#refusalOf(request, question);
    if (refusal) {
      return refusal;
    }
    const { config, repository } = this.#platform;
    const planned = planServiceFiles({
      request,
      platform,
      repository: config,
      existing: await this.#readExisting(request),
      environmentLabel: this.#config.environmentLabel,
      chartRevision: await readChartRevision({
        request,
        platform,
        repositories: this.#repositories,
      }),
    });
    const isOwner = await this.#ownership.isOwner(
      request,
      question.credentials,
    );
    const files = planned.map(({ path, change, content }) => ({
      repository: repository.fullName,
      path,
      change,
      // What a file that exists says is not the form's: whoever types an owner's name has not become one.
      content: change === 'added' || isOwner ? content : undefined,
    }));
    return files.every(({ change }) => change === 'unchanged')
      ? {
          status: 'ok',
          message: 'Nothing changes: Git says all this already.',
          files,
        }
      : { status: 'ok', files };
  }

  /** That a service has files is told to those who may have its name, and to nobody else. */
  async #refusalOf(
    { name, owner, host, repositoryUrl }: ServiceRequest,
    { credentials }: FormQuestion,
  ): Promise<FormCheck | undefined> {
    const verdicts = await Promise.all([
      this.#name.check({
        value: name,
        owner,
        repository: repositoryUrl,
        credentials,
      }),
      this.#host.check({ value: host, service: name, credentials }),
    ]);
    return verdicts.find(({ status }) => status !== 'ok');
  }

  /** As the task will find them: with what its own open pull request changes already. */
  async #readExisting({
    name: service,
    environments,
  }: ServiceRequest): Promise<Map<string, string>> {
    const { config, repository } = this.#platform;
    const startingPoint = await findStartingPoint({
      repository,
      config,
      branch: `gitops/${service}`,
    });
    return readServiceFiles({
      repository,
      config,
      startingPoint,
      service,
      environments,
    });
  }

  /** The form's values, with the repository that the template would create where they do not name it. */
  #inputOf({ value = '{}', repository }: FormQuestion): JsonObject {
    const form: JsonObject = JSON.parse(value);
    const { name } = form;
    const repositoryUrl =
      repository ??
      (typeof name === 'string'
        ? siblingRepositoryUrl(this.#platform.config.url, name)
        : undefined);
    return { repositoryUrl, ...form };
  }
}
