import {
  parseApplication,
  type ArgoApplication,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** What may differ between Applications in a test. */
export interface TestApplication {
  name: string;
  namespace?: string;
  project?: string;
  uid?: string;
  labels?: Record<string, string>;
  health?: string;
  healthSince?: string;
  revision?: string;
  reconciledAt?: string;
  history?: string[];
}

/** An Application as Argo CD serves it. */
export function rawApplication(options: TestApplication) {
  const { name, history = [] } = options;
  return {
    metadata: {
      name,
      namespace: options.namespace ?? 'argocd',
      uid: options.uid ?? `uid-of-${name}`,
      labels: options.labels ?? { app: 'shop' },
    },
    spec: {
      project: options.project ?? 'team-a',
      source: {
        repoURL: 'https://github.com/acme/gitops',
        path: 'charts/shop',
      },
    },
    status: {
      sync: { status: 'Synced', revision: options.revision ?? 'first' },
      health: {
        status: options.health ?? 'Healthy',
        lastTransitionTime: options.healthSince,
      },
      reconciledAt: options.reconciledAt,
      history: history.map((revision, id) => ({
        id,
        revision,
        deployedAt: '2026-11-21T02:30:16Z',
      })),
    },
  };
}

/** The same, read. */
export function application(options: TestApplication): ArgoApplication {
  return parseApplication(rawApplication(options));
}
