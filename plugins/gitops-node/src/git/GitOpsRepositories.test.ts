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

import { mockServices } from '@backstage/backend-test-utils';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GitOpsRepositories } from './GitOpsRepositories';
import type { GitOpsRepository } from './GitOpsRepository';
import type { GitOpsRepositoryProvider } from './GitOpsRepositoryProvider';

const repository = {
  url: 'https://github.com/acme/gitops',
} as GitOpsRepository;

describe('GitOpsRepositories', () => {
  function create(
    providers: GitOpsRepositoryProvider[] = [],
    apiBaseUrl = 'http://localhost:7020/api/v3',
  ) {
    return GitOpsRepositories.fromConfig({
      config: mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              { host: 'github.com', token: 'configured' },
              { host: 'localhost:7020', apiBaseUrl, token: 'configured' },
            ],
          },
        },
      }),
      gitopsConfig: { repositories: [] },
      logger: mockServices.logger.mock(),
      providers,
    });
  }

  it.each([
    ['https://github.com/acme/cart', 'https://github.com/acme/cart'],
    ['https://github.com/acme/cart.git', 'https://github.com/acme/cart'],
    ['https://github.com/acme/cart/', 'https://github.com/acme/cart'],
    ['github.com?owner=acme&repo=cart', 'https://github.com/acme/cart'],
    [
      'localhost:7020?owner=acme&repo=my.cart',
      'http://localhost:7020/acme/my.cart',
    ],
    ['http://localhost:7020/acme/cart.git', 'http://localhost:7020/acme/cart'],
  ])('opens %s', (address, url) => {
    expect(create().forUrl(address)).toMatchObject({
      url,
      fullName: url.split('/').slice(-2).join('/'),
    });
  });

  it.each([
    [
      'https://git.example/acme/cart',
      'There is no access to git.example. Add it to integrations.github',
    ],
    ['https://github.com/acme', 'is not a repository'],
    ['https://github.com/acme/cart/tree/main', 'is not a repository'],
    ['https://github.com/acme/..', 'is not a repository'],
    ['github.com?owner=acme', 'is not a repository'],
    ['github.com?owner=../x&repo=y', 'is not a repository'],
    ['ftp://github.com/acme/cart', 'is not a repository'],
    ['', 'is not a repository'],
  ])('refuses %s', (address, message) => {
    expect(() => create().forUrl(address)).toThrow(message);
  });

  it('asks providers that were added first, also those added later', () => {
    const providers: GitOpsRepositoryProvider[] = [];
    const repositories = create(providers);
    const made = jest.fn(() => repository);
    providers.push({
      supports: url => url.includes('git.example'),
      create: made,
    });
    expect(repositories.forUrl('https://git.example/a/b', { token: 't' })).toBe(
      repository,
    );
    expect(made).toHaveBeenCalledWith('https://git.example/a/b', {
      token: 't',
    });
  });

  it('says what to configure where no repository is', () => {
    expect(() => create().defaultUrl).toThrow(
      'Configure gitops.repositories, or give repoUrl',
    );
  });

  it("calls over plain http, with the configured token or a person's", async () => {
    const tokens: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      tokens.push(request.headers.authorization);
      response.setHeader('content-type', 'application/json');
      response.end('{"default_branch":"main"}');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const repositories = create([], `http://127.0.0.1:${port}/api/v3`);
    const address = 'localhost:7020?owner=acme&repo=cart';
    await repositories.forUrl(address).getDefaultBranch();
    await repositories.forUrl(address, { token: 'mine' }).getDefaultBranch();
    server.closeAllConnections();
    server.close();
    expect(tokens).toEqual(['token configured', 'token mine']);
  });
});
