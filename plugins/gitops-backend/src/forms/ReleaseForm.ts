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
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  FormCheck,
  FormOption,
  RESOURCE_TYPE_GITOPS_RESOURCE,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  entityRepositoryUrl,
  readSourceCommits,
  ReleaseDesk,
  type ReleasePlan,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { FormQuestion } from './FormField';
import type { GitOpsPlatform } from './GitOpsPlatform';
import { releaseChange } from './releaseChange';
import type { ReleaseDoor } from './ReleaseDoor';
import { askForEnvironment, releaseEnvironments } from './releaseEnvironments';
import { releaseVerdict } from './releaseVerdict';

/** What sets a promotion apart from a rollback. */
export interface ReleaseKind {
  kind: 'promotion' | 'rollback';
  permission: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>;
  /** Reads what the plan needs, once the environment is chosen. */
  begin(
    opened: OpenedEntity,
    environment: string,
  ): Promise<{
    /** What else there is to choose from; without it, the environments. */
    options?: FormOption[];
    /** `against` is the environment that the source commits are compared with. */
    plan(desk: ReleaseDesk): Promise<{ plan: ReleasePlan; against: string }>;
  }>;
}

interface Options {
  door: Pick<ReleaseDoor, 'open'>;
  platform: GitOpsPlatform;
  repositories: RepositorySource;
}

/** What the form of a promotion or a rollback is told: what would change, or why it is refused. */
export class ReleaseForm {
  readonly #options: Options;

  static create(options: Options): ReleaseForm {
    return new ReleaseForm(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async check(question: FormQuestion, kind: ReleaseKind): Promise<FormCheck> {
    const { door, platform } = this.#options;
    const opened = await door.open(question, kind.permission);
    const desk = await ReleaseDesk.open({
      repository: platform.repository,
      config: platform.config,
      platform: await platform.read(),
    });
    const environments = await releaseEnvironments(desk, opened);
    const { environment } = question;
    if (!environment) {
      return askForEnvironment(opened.entityRef, environments);
    }
    const begun = await kind.begin(opened, environment);
    const options = begun.options ?? environments;
    try {
      const { plan, against } = await begun.plan(desk);
      const commits = await this.#readCommits(opened, plan, kind.kind);
      const change = releaseChange({ plan, against, commits });
      return { ...releaseVerdict(plan, change), options };
    } catch (error) {
      if (error instanceof InputError || error instanceof ConflictError) {
        return {
          status: 'refused',
          message: inTheForm(error.message),
          options,
        };
      }
      throw error;
    }
  }

  #readCommits(
    { entity }: OpenedEntity,
    { from, to }: ReleasePlan,
    kind: ReleaseKind['kind'],
  ) {
    const { platform, repositories } = this.#options;
    // Of a rollback, what is taken away: what runs has it, and the earlier version has not.
    const [older, newer] = kind === 'promotion' ? [from, to] : [to, from];
    return readSourceCommits({
      from: older,
      to: newer,
      sourceUrl: entityRepositoryUrl(entity),
      gitopsUrl: platform.config.url,
      repositories,
    });
  }
}

/** Without the name of the action's input: at the form, the field says which it is. */
function inTheForm(message: string): string {
  const text = message.replace(
    /^(component|deployment|environment|from|reason): /,
    '',
  );
  return `${text.charAt(0).toLocaleUpperCase('en')}${text.slice(1)}`;
}
