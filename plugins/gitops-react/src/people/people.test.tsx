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

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { userRef } from './userRef';
import { Who } from './Who';

describe('userRef', () => {
  it.each([
    ['user:default/ada', 'user:default/ada'],
    ['User:default/Ada', 'user:default/ada'],
    ['group:acme/ops', 'group:acme/ops'],
    ['admin', undefined],
    ['automated', undefined],
    ['proj:workloads:backstage', undefined],
    ['component:default/cart', undefined],
    ['user:default/a/b', undefined],
  ])('of %s is %s', (name, expected) => {
    expect(userRef(name)).toBe(expected);
  });
});

describe('Who', () => {
  const show = (
    name: string,
    options?: Parameters<typeof renderInTestApp>[1],
  ) =>
    renderInTestApp(
      <p>
        by <Who name={name} automated="automatic sync" />
      </p>,
      options,
    );

  it('leads to the page of a person', async () => {
    show('User:default/Ada', {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    const link = await screen.findByRole('link', { name: 'ada' });
    expect(link).toHaveAttribute('href', '/catalog/default/user/ada');
    expect(link).toHaveAttribute('title', 'user:default/ada');
  });

  it('names a person in an app that has no page of it', async () => {
    show('user:default/ada');
    expect(await screen.findByTitle('user:default/ada')).toHaveTextContent(
      'ada',
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it.each([
    ['automated', 'by automatic sync'],
    ['admin', 'by admin'],
  ])('says of %s: %s', async (name, text) => {
    show(name);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
