import { NotFoundError } from '@backstage/errors';
import { FakeGitOpsRepository } from './FakeGitOpsRepository';

/** A repository that nobody has created. */
export class MissingRepository extends FakeGitOpsRepository {
  constructor(url: string) {
    super(url, {});
  }

  async getDefaultBranch(): Promise<never> {
    throw new NotFoundError(`${this.fullName} does not exist`);
  }
}
