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

import { ArgoCdServer } from '../__testUtils__/ArgoCdServer';
import { GitSandbox } from '../__testUtils__/GitSandbox';

jest.setTimeout(60_000);

it('shows Applications to people, and nothing of theirs as markup', async () => {
  const git = await GitSandbox.create();
  const argocd = await ArgoCdServer.start(git, { tools: false });
  await argocd.call('/_sandbox/applications', {
    method: 'POST',
    body: { count: 1, prefix: 'cart' },
  });
  await argocd.call('/_sandbox/applications/cart-1', {
    method: 'POST',
    body: {
      status: {
        sync: { status: 'Unknown' },
        conditions: [
          { type: 'ComparisonError', message: '<script>alert("1")</script>' },
        ],
      },
    },
  });
  const list = await argocd.call('/', { token: null });
  expect(list.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(list.headers.get('content-security-policy')).toContain(
    "default-src 'none'",
  );
  expect(list.text).toContain('href="/applications/argocd/cart-1"');

  const page = await argocd.call('/applications/argocd/cart-1');
  expect(page.status).toBe(200);
  for (const text of [
    'Unknown',
    'Healthy',
    'ComparisonError',
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;',
    'ghcr.io/stefanprodan/podinfo:6.9.2',
    'Deployment',
    'automated',
  ]) {
    expect(page.text).toContain(text);
  }
  expect(page.text).not.toContain('<script');

  for (const path of ['argocd/nosuch', 'other/cart-1', 'argocd/%3Cb%3E']) {
    const missing = await argocd.call(`/applications/${path}`);
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('There is no Application');
    expect(missing.text).not.toContain('<b>');
  }
  await argocd.stop();
  await git.dispose();
});
