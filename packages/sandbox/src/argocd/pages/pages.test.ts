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
