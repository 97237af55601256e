import {
  ServiceNameFacts,
  parseRepositoryLocation,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** Whether there is something to create, to fill, or nothing to do. */
export type RepositoryStatus = 'missing' | 'empty' | 'ready';

export function statusOf(
  repository: ServiceNameFacts['repository'],
): RepositoryStatus {
  if (!repository) return 'missing';
  return repository.empty ? 'empty' : 'ready';
}

/** The forms of a repository's address that other actions ask for. */
export function addressesOf(url: string, branch: string) {
  const { host, owner, name } = parseRepositoryLocation(url);
  return {
    repoUrl: `${host}?owner=${owner}&repo=${name}`,
    repositoryUrl: url,
    remoteUrl: `${url}.git`,
    repoContentsUrl: `${url}/blob/${branch}`,
  };
}
