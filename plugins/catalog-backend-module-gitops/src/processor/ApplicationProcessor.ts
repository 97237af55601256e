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

import type { Entity } from '@backstage/catalog-model';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { ANNOTATION_FOUND_BY, hasClaim } from '../applications/annotations';
import type { Decision } from '../applications/decideApplications';
import type { ApplicationDecisions } from './ApplicationDecisions';
import { NO_MEMORY, readMemory, type Memory } from './Memory';

const MEMORY = 'decision';

/**
 * Annotates entities with their Applications. It decides by what is in memory, without a call, after the other
 * processors, so that it sees the entity's location and leaves alone what they have annotated.
 *
 * What a processor does not add again is gone. So that a restart while Argo CD is down takes nothing away, the catalog
 * remembers each decision beside its entity.
 */
export class ApplicationProcessor implements CatalogProcessor {
  readonly #decisions: Pick<ApplicationDecisions, 'knowledge' | 'decide'>;
  readonly #kinds: Set<string>;

  static create(options: {
    decisions: Pick<ApplicationDecisions, 'knowledge' | 'decide'>;
    /** In lower case. */
    kinds: string[];
  }): ApplicationProcessor {
    return new ApplicationProcessor(options.decisions, options.kinds);
  }

  private constructor(
    decisions: Pick<ApplicationDecisions, 'knowledge' | 'decide'>,
    kinds: string[],
  ) {
    this.#decisions = decisions;
    this.#kinds = new Set(kinds);
  }

  getProcessorName(): string {
    return 'GitOpsApplicationProcessor';
  }

  getPriority(): number {
    return 100;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!this.#kinds.has(entity.kind.toLocaleLowerCase('en-US'))) {
      return entity;
    }
    if (hasClaim(entity)) {
      await cache.set(MEMORY, NO_MEMORY);
      return entity;
    }
    const memory = this.#decide(entity, readMemory(await cache.get(MEMORY)));
    await cache.set(MEMORY, memory);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...entity.metadata.annotations, ...memory.annotations },
      },
    };
  }

  /** While an instance has not answered, nothing is taken away that was decided with its answer. */
  #decide(entity: Entity, remembered: Memory): Memory {
    const { knowledge } = this.#decisions;
    if (
      knowledge === 'none' ||
      (knowledge === 'partial' && remembered.complete)
    ) {
      return remembered;
    }
    return {
      annotations: annotationsOf(this.#decisions.decide(entity)),
      complete: knowledge === 'complete',
    };
  }
}

function annotationsOf(decision: Decision): Record<string, string> {
  return decision.outcome === 'decided'
    ? { ...decision.annotations, [ANNOTATION_FOUND_BY]: decision.rule }
    : {};
}
