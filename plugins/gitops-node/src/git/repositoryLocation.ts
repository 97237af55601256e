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

import { InputError } from '@backstage/errors';

/**
 * A repository by its parts.
 * @public
 */
export interface RepositoryLocation {
  host: string;
  owner: string;
  name: string;
  /** As a browser would open it, without `.git`. */
  url: string;
}

/**
 * Reads a repository's address: a URL, or `host?owner=acme&repo=cart` as Backstage's repository picker writes it.
 * The latter has no scheme: `schemeOf` says which one a host takes.
 * @public
 */
export function parseRepositoryLocation(
  address: string,
  schemeOf: (host: string) => string = () => 'https',
): RepositoryLocation {
  const withScheme = /^[a-z]+:\/\//i.test(address);
  const url = parseUrl(withScheme ? address : `https://${address}`);
  const owner = withScheme ? undefined : url?.searchParams.get('owner');
  const name = withScheme ? undefined : url?.searchParams.get('repo');
  const parts = url?.pathname.split('/').filter(Boolean) ?? [];
  const [pathOwner, pathName] = parts.map(decodeURIComponent);
  const location = {
    owner: owner ?? pathOwner,
    name: (name ?? pathName)?.replace(/\.git$/, ''),
  };
  if (
    !url ||
    ![location.owner, location.name].every(isName) ||
    (withScheme && (parts.length !== 2 || !/^https?:$/.test(url.protocol)))
  ) {
    throw new InputError(
      `'${address}' is not a repository. Write https://host/owner/name, or host?owner=owner&repo=name.`,
    );
  }
  const scheme = withScheme ? url.protocol.slice(0, -1) : schemeOf(url.host);
  return {
    host: url.host,
    ...location,
    url: `${scheme}://${url.host}/${location.owner}/${location.name}`,
  };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isName(name: string | undefined): boolean {
  return (
    Boolean(name) && /^[\w.-]+$/.test(name ?? '') && !/^\.+$/.test(name ?? '')
  );
}
