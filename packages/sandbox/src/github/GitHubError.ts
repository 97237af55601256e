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

/** One entry of GitHub's `errors`. */
export interface GitHubErrorDetail {
  resource: string;
  code: string;
  field?: string;
  message?: string;
}

/** An answer other than 2xx, with GitHub's own words. */
export class GitHubError extends Error {
  readonly status: number;
  readonly errors?: GitHubErrorDetail[];

  constructor(status: number, message: string, errors?: GitHubErrorDetail[]) {
    super(message);
    this.name = 'GitHubError';
    this.status = status;
    this.errors = errors;
  }

  static notFound(): GitHubError {
    return new GitHubError(404, 'Not Found');
  }

  /** 422 with the details that clients read. */
  static invalid(...errors: GitHubErrorDetail[]): GitHubError {
    return new GitHubError(422, 'Validation Failed', errors);
  }

  static empty(): GitHubError {
    return new GitHubError(409, 'Git Repository is empty.');
  }
}
