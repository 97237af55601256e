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

/**
 * A repository as a browser opens it, without `.git` and credentials; ssh addresses are taken to be served under
 * https. `undefined` for what no browser opens.
 */
export function webPageOf(repoUrl: string): string | undefined {
  const ssh = /^(?:ssh:\/\/)?git@([^:/]+)(?::\d+)?[:/](.+)$/.exec(repoUrl);
  const address = ssh ? `https://${ssh[1]}/${ssh[2]}` : repoUrl;
  if (!URL.canParse(address)) {
    return undefined;
  }
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol)) {
    return undefined;
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  return `${url.origin}${path}`;
}

/** An address of a repository or registry as it was written, but for a user name or password in it. */
export function withoutCredentials(repoUrl: string): string {
  return repoUrl.replace(/^([a-z][a-z+.-]*:\/\/)[^/]*@/i, '$1');
}
