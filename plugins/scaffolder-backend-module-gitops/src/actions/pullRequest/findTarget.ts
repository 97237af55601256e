import {
  GitOpsConfig,
  GitOpsRepository,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { InputError } from '@backstage/errors';

/**
 * The repository that changes are proposed to, and the branch that the configuration names for it, if it does.
 */
export function findTarget(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
  repoUrl?: string;
  token?: string;
}): { repository: GitOpsRepository; base?: string } {
  const { config, repositories, repoUrl, token } = options;
  const address = repoUrl ?? config.repositories[0]?.url;
  if (!address) {
    throw new InputError(
      'repoUrl: no GitOps repository is configured. Give repoUrl, or add one to gitops.repositories.',
    );
  }
  const repository = repositories.forUrl(address, { token });
  const configured = config.repositories.find(({ url }) =>
    sameRepository(url, repository.url),
  );
  return { repository, base: configured?.branch };
}
