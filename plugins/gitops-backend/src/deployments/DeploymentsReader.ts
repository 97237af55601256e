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

import type { ScmIntegrationRegistry } from '@backstage/integration';
import { durationToMilliseconds } from '@backstage/types';
import type {
  DeploymentFigures,
  Deployments,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  chooseRollback,
  UNKNOWN_ENVIRONMENT,
  type GitOpsDeliveryConfig,
  type GitOpsRollbackConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { compareTexts } from '../argocd/store';
import { commitUrl } from '../links/commitUrl';
import { sourceRepositoryUrl } from '../links/sourceRepositoryUrl';
import { ownersOf } from '../permissions/ownersOf';
import type { ResourceFilter } from '../permissions/ResourceAuthorizer';
import type { EntryMemory } from './EntryMemory';
import type { DeploymentFacts } from './facts/DeploymentFacts';
import type { FigureInput } from './figures/FigureInput';
import { figuresOf } from './figures/figuresOf';
import { isoTime } from './facts/isoTime';
import { availabilityOf } from './ledger/availabilityOf';
import type { LedgerEntry } from './ledger/LedgerEntry';
import { ledgerOf } from './ledger/ledgerOf';
import { knownUntil, longestPeriod, type Period } from './parsePeriod';
import type { NamedRecords, RecordReader } from './RecordReader';
import type {
  RecordedRotations,
  SecretRotations,
} from './recording/SecretRotations';
import { isIncomplete, type VersionEnricher } from './versions/VersionEnricher';
import type { VisibleApplication } from './VisibleApplication';

const MAX_ITEMS = 500;
const ALL = 'all';

interface Options {
  records: Pick<RecordReader, 'read' | 'recordedSince'>;
  memory: EntryMemory;
  rotations: Pick<SecretRotations, 'read'>;
  enricher: Pick<VersionEnricher, 'request'>;
  integrations: ScmIntegrationRegistry;
  /** In promotion order. */
  environments: string[];
  delivery: GitOpsDeliveryConfig;
  rollback: GitOpsRollbackConfig;
  now?: () => Date;
}

/** What is answered, but for what depends on how it was asked. */
export type RecordedDeployments = Omit<Deployments, 'hidden' | 'instances'>;

/** An Application with its judged deployments. */
interface Judged extends NamedRecords {
  visible: VisibleApplication;
  entries: LedgerEntry[];
}

/** The recorded deployments of some Applications, and the figures that follow from them. */
export class DeploymentsReader {
  readonly #options: Options;

  static create(options: Options): DeploymentsReader {
    return new DeploymentsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param applications - what the caller may see, each once
   * @param secrets - of which secrets they may see metadata; left out, of none
   */
  async read(
    applications: VisibleApplication[],
    period: Period,
    secrets?: ResourceFilter,
  ): Promise<RecordedDeployments> {
    const { records } = this.#options;
    const from = isoTime(period.from);
    const to = isoTime(period.to);
    const [judged, recordedSince, recordedRotations] = await Promise.all([
      this.#judgeAll(applications, period.from),
      records.recordedSince(),
      secrets && this.#rotationsOf(applications, { from, to, secrets }),
    ]);
    const items = itemsWithin(
      judged.flatMap(one => this.#itemsOf(one)),
      period,
    );
    const shown = items.slice(0, MAX_ITEMS);
    return {
      from,
      to,
      recordedSince,
      items: shown,
      ...(items.length > MAX_ITEMS && { truncated: true }),
      environments: this.#figures(
        judged.map(one => ({
          ...one,
          entries: itemsWithin(one.entries, period),
        })),
        { period, recordedSince, recordedRotations, shown },
      ),
    };
  }

  /** The deployments alone, newest first. Costs the database nothing where no more was recorded since the last time. */
  async list(
    applications: VisibleApplication[],
  ): Promise<RecordedDeployment[]> {
    const { enricher, memory, now = () => new Date() } = this.#options;
    const period = longestPeriod(now());
    const remembered = applications.map(visible => ({
      visible,
      known: memory.get(visible.app),
    }));
    const missing = remembered.flatMap(({ visible, known }) =>
      known ? [] : [{ visible, edition: memory.editionOf(visible.app) }],
    );
    const judged =
      missing.length > 0
        ? await this.#judgeAll(
            missing.map(({ visible }) => visible),
            period.from,
          )
        : [];
    judged.forEach((one, index) =>
      memory.set(one.app, missing[index].edition, {
        entries: one.entries,
        incomplete: presentOf(one).filter(isIncomplete),
      }),
    );
    const kept = remembered.flatMap(({ visible, known }) => {
      if (known) {
        enricher.request(visible.app, known.incomplete, visible.entity);
      }
      return known ? [{ visible, entries: known.entries }] : [];
    });
    return itemsWithin(
      [...kept, ...judged].flatMap(one => this.#itemsOf(one)),
      period,
    ).slice(0, MAX_ITEMS);
  }

  /** How often secrets are rotated is metadata of theirs: it has a permission of its own. */
  #rotationsOf(
    applications: VisibleApplication[],
    options: { from: string; to: string; secrets: ResourceFilter },
  ): Promise<RecordedRotations> {
    const entities = new Map(
      applications.map(({ entity, entityRef }) => [entityRef, entity]),
    );
    return this.#options.rotations.read(
      [...entities.keys()],
      options,
      ({ entityRef, environment, server: instance }) => {
        const entity = entities.get(entityRef);
        const owners = entity ? ownersOf(entity) : [];
        const resource = { entityRef, owners, environment, instance };
        return options.secrets.allows({ ...resource, project: '' });
      },
    );
  }

  async #judgeAll(
    applications: VisibleApplication[],
    since: Date,
  ): Promise<Judged[]> {
    const named = await this.#options.records.read(
      applications.map(({ app }) => app),
      since,
    );
    return named.map((one, index) => this.#judge(one, applications[index]));
  }

  #judge(named: NamedRecords, visible: VisibleApplication): Judged {
    const { delivery, enricher } = this.#options;
    const failureWindowMs = durationToMilliseconds(delivery.failureWindow);
    enricher.request(named.app, presentOf(named), visible.entity);
    return {
      ...named,
      visible,
      entries: named.records.flatMap(record =>
        ledgerOf(record, { failureWindowMs }),
      ),
    };
  }

  #itemsOf({
    visible,
    entries,
  }: Pick<Judged, 'visible' | 'entries'>): RecordedDeployment[] {
    const { integrations, rollback, now = () => new Date() } = this.#options;
    const { minHealthy } = rollback;
    const { candidates } = chooseRollback(entries, { minHealthy, now: now() });
    const targets = new Set(candidates.map(({ id }) => id));
    const repository = sourceRepositoryUrl(visible.entity, integrations);
    return entries.map(entry => ({
      ...entry,
      entityRef: visible.entityRef,
      sourceUrl:
        repository && commitUrl(repository, entry.sourceRevision, integrations),
      canRollBackTo: targets.has(entry.id),
    }));
  }

  #figures(
    judged: Judged[],
    options: {
      period: Period;
      recordedSince: string | undefined;
      recordedRotations: RecordedRotations | undefined;
      shown: RecordedDeployment[];
    },
  ): DeploymentFigures[] {
    const { environments, now = () => new Date() } = this.#options;
    const { period, recordedSince, recordedRotations } = options;
    const shown = new Set(options.shown.map(({ id }) => id));
    const time = {
      from: period.from.getTime(),
      to: period.to.getTime(),
      recordedSince: recordedSince ? Date.parse(recordedSince) : undefined,
      knownUntil: knownUntil(now()).getTime(),
    };
    const present = new Set(
      judged.flatMap(({ records }) =>
        records.map(({ application }) => application.environment),
      ),
    );
    return [ALL, ...environments, UNKNOWN_ENVIRONMENT]
      .filter(name => name === ALL || present.has(name))
      .map(environment => ({
        environment,
        figures: figuresOf(
          inputOf(judged, recordedRotations, environment),
          time,
        ).map(figure => ({
          ...figure,
          deployments: figure.deployments.filter(id => shown.has(id)),
        })),
      }));
  }
}

/** The deployments of the Application that has the name today. */
function presentOf({ app, records }: NamedRecords): DeploymentFacts[] {
  const present = records.find(
    ({ application }) => application.uid === app.uid,
  );
  return present?.deployments ?? [];
}

/** Newest first. */
function itemsWithin<T extends { deployedAt: string }>(
  items: T[],
  { from, to }: Period,
): T[] {
  const [begin, end] = [isoTime(from), isoTime(to)];
  return items
    .filter(({ deployedAt }) => deployedAt >= begin && deployedAt < end)
    .sort((a, b) => compareTexts(b.deployedAt, a.deployedAt));
}

function inputOf(
  judged: Judged[],
  recorded: RecordedRotations | undefined,
  environment: string,
): FigureInput {
  const matches = (one: { environment: string }) =>
    environment === ALL || one.environment === environment;
  return {
    deployments: judged.flatMap(({ entries }) => entries.filter(matches)),
    availability: judged.flatMap(({ records }) =>
      records
        .filter(({ application }) => matches(application))
        .map(availabilityOf),
    ),
    rotations: recorded?.rotations.filter(matches),
    secrets: [...(recorded?.secrets ?? [])]
      .filter(([name]) => matches({ environment: name }))
      .reduce((sum, [, count]) => sum + count, 0),
  };
}
