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

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Faults } from '../faults';
import type { RepositoryStore } from '../git';
import { ApplicationSetStore } from './applicationSets';
import { ArgoState } from './ArgoState';
import {
  Cluster,
  formatTime,
  type HealthClock,
  type LiveResource,
  type SecretReader,
  SecretsOperator,
} from './cluster';
import { Sessions } from './http';
import { ChangeStream, LoadFill } from './load';
import { pageRouter } from './pages';
import { ProjectStore } from './projects';
import { ACCOUNTS, Enforcer, POLICY } from './rbac';
import {
  ApplicationController,
  DEFAULT_TIMING,
  healthClock,
  type RootManifest,
  type Timing,
} from './reconcile';
import {
  ChartRepositories,
  Renderer,
  type RenderTools,
  SourceRepositories,
} from './render';
import { apiRouter, type RouteServices, sandboxRouter } from './routes';
import {
  ApplicationStore,
  EventLog,
  instanceName,
  VersionCounter,
} from './store';
import { toolVersionReader } from './toolVersions';

const ROOT: RootManifest = {
  owner: 'acme',
  name: 'gitops-platform',
  branch: 'main',
  path: 'bootstrap/root.yaml',
};

/** What an Argo CD of the sandbox is made with. */
export interface ArgoCdOptions {
  /** The instance, as its pages name it. */
  name: string;
  /** Where it keeps its state. */
  directory: string;
  repositories: RepositoryStore;
  /** A source whose repoURL is below this is read from `repositories`; any other cannot be fetched. */
  githubUrl: string;
  /** Paths (or names on PATH) of the tools that render. */
  tools: RenderTools;
  faults?: Faults;
  logger: LoggerService;
  /** Milliseconds; what is absent is long enough for a person to see it. */
  timing?: Partial<Timing>;
  /** How long somebody who signs in stays signed in, in seconds; a day where it is absent. */
  sessionSeconds?: number;
  /** Where the root Application is, if not in acme/gitops-platform. */
  root?: Partial<RootManifest>;
  now?: () => Date;
  /** What the External Secrets Operator of its cluster reads from; without one, secrets are taken to be there. */
  secrets?: SecretReader;
}

/** How often the External Secrets Operator looks whether something is due, in milliseconds. */
const OPERATOR_MS = 1000;

/** A running stand-in for Argo CD 3.5. */
export interface ArgoCd {
  /** The API, the pages and `/_sandbox`; to be mounted at the root of a server of its own. */
  handler: Router;
  /** What syncs have applied, for those who watch the same cluster. */
  cluster: { list(): LiveResource[]; clock(): HealthClock };
  /** Reads the root Application and keeps everything as Git has it from then on. */
  start(): Promise<void>;
  /** Ends what is under way and writes the state. Open streams end with the server that they are on. */
  stop(): Promise<void>;
}

/**
 * Makes a stand-in for Argo CD 3.5 that renders the Applications in the sandbox's repositories and plays the cluster
 * that they are deployed to.
 */
export async function createArgoCd(options: ArgoCdOptions): Promise<ArgoCd> {
  const { name, logger, now = () => new Date() } = options;
  const state = await ArgoState.open(join(options.directory, 'state.json'));
  const { snapshot } = state;
  const versions = new VersionCounter(snapshot.resourceVersion);
  const applications = new ApplicationStore(versions);
  applications.restore(snapshot.applications, versions.next());
  const projects = new ProjectStore(versions, {
    projects: snapshot.projects,
    createdAt: formatTime(now()),
    uid: randomUUID(),
  });
  const applicationSets = new ApplicationSetStore(
    versions,
    snapshot.applicationSets,
  );
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const cluster = new Cluster({
    versions,
    now,
    progressing: timing.progressing,
    resources: snapshot.resources,
    ...(options.secrets
      ? { operator: new SecretsOperator(options.secrets, now) }
      : {}),
  });
  const events = new EventLog(versions, snapshot.events);
  const repositories = new SourceRepositories(
    options.repositories,
    options.githubUrl,
  );
  const charts = await ChartRepositories.create();
  const renderer = await Renderer.create({
    repositories,
    charts,
    tools: options.tools,
  });
  const root = { ...ROOT, ...options.root };
  const load = new LoadFill({
    applications,
    repoURL: `${options.githubUrl}/${root.owner}/${root.name}.git`,
    now,
    state: snapshot.load,
  });
  const changes = new ChangeStream({ load, now });
  const isSynthetic = (application: string) => load.isSynthetic(application);
  const platform = {
    applications,
    projects,
    applicationSets,
    cluster,
    events,
    repositories,
    charts,
    renderer,
    timing,
    now,
    logger,
  };
  const controller = new ApplicationController({
    platform,
    root,
    store: options.repositories,
    isSynthetic,
  });
  state.collectWith(() => ({
    resourceVersion: versions.last,
    applications: applications
      .list()
      .filter(({ metadata }) => !isSynthetic(instanceName(metadata))),
    projects: projects.list(),
    applicationSets: applicationSets.list(),
    resources: cluster.list(),
    events: events.toState(),
    sessions: snapshot.sessions,
    load: load.toState(),
  }));
  applications.watch(() =>
    state.touch(error =>
      logger.error(`Argo CD ${name} cannot write its state: ${error}`),
    ),
  );
  const services: RouteServices = {
    name,
    platform,
    controller,
    sessions: new Sessions({
      state: snapshot.sessions,
      accounts: ACCOUNTS,
      now,
      sessionSeconds: options.sessionSeconds,
      hasProjectRole: (project, role) =>
        projects.get(project)?.spec.roles?.some(one => one.name === role) ??
        false,
    }),
    enforcer: new Enforcer(POLICY, projects),
    load,
    changes,
    toolVersions: toolVersionReader(options.tools),
  };
  const handler = PromiseRouter();
  if (options.faults) {
    handler.use(options.faults.middleware);
  }
  handler.use('/_sandbox', sandboxRouter(services));
  if (options.faults) {
    handler.use('/_sandbox', options.faults.router);
  }
  handler.use(apiRouter(services));
  handler.use(pageRouter(name, applications));
  let operating: NodeJS.Timeout | undefined;
  return {
    handler,
    cluster: {
      list: () => cluster.list(),
      clock: () => healthClock(platform),
    },
    start: async () => {
      await controller.start();
      operating = setInterval(() => {
        if (cluster.operate()) {
          controller.lookAgain();
        }
      }, OPERATOR_MS);
    },
    stop: async () => {
      clearInterval(operating);
      changes.stop();
      await controller.stop();
      await renderer.dispose();
      await charts.dispose();
      await state.save();
    },
  };
}
