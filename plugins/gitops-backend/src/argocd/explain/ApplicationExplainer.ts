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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  ApplicationReason,
  OperationProgress,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { OperationFactsReader } from '../operations/OperationFactsReader';
import { publicReason } from '../../text/publicReason';
import type { StoredApplication } from '../store';
import { readEvidence, type Evidence } from './Evidence';
import { explainApplication } from './explainApplication';
import type { FailingResource } from './FailingResource';
import { nextSteps } from './nextSteps';

const MAX_REASONS = 10;

/** Why an Application is not well, with what shows it. */
export interface Explanation {
  /** Empty where it is well. */
  reasons: ApplicationReason[];
  failingResources: FailingResource[];
  /** The operation that runs or ran last. */
  operation?: OperationProgress;
  nextSteps: string[];
  /** Where it is not `ok`, there may be more to say. */
  instance: UpstreamStatus;
}

/** Explains one Application with all that Argo CD knows of it, for somebody who waits. */
export class ApplicationExplainer {
  readonly #facts: OperationFactsReader;
  readonly #logger: LoggerService;

  static create(options: {
    facts: OperationFactsReader;
    logger: LoggerService;
  }): ApplicationExplainer {
    return new ApplicationExplainer(options.facts, options.logger);
  }

  private constructor(facts: OperationFactsReader, logger: LoggerService) {
    this.#facts = facts;
    this.#logger = logger;
  }

  /** Where the instance fails, the store's knowledge is used. Never rejects. */
  async explain(app: StoredApplication): Promise<Explanation> {
    const [{ facts, status }, { evidence, failure }] = await Promise.all([
      this.#facts.recent(app),
      this.#readEvidence(app),
    ]);
    const known = { app, ...evidence, windows: facts.windows };
    return {
      reasons: explainApplication(known, { max: MAX_REASONS }),
      failingResources: evidence?.failingResources ?? [],
      operation: facts.operation,
      nextSteps: nextSteps(known),
      instance: failure
        ? { ...status, status: 'stale', error: failure }
        : status,
    };
  }

  async #readEvidence(
    app: StoredApplication,
  ): Promise<{ evidence?: Evidence; failure?: string }> {
    try {
      return { evidence: await readEvidence(this.#facts.clientOf(app), app) };
    } catch (error) {
      this.#logger.warn(toError(error).message);
      return { failure: publicReason(app.instance, error) };
    }
  }
}
