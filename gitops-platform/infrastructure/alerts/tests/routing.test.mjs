/*
 * `node --test infrastructure/alerts/tests/*.test.mjs`: who hears of which alert. AlertmanagerConfigs are routes beside each
 * other that always continue (`alertmanagerConfigMatcherStrategy: None`), so a medium takes an alert where the matchers of its
 * route hold, and hands it to the first of its own routes that matches.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';

const here = new URL('../', import.meta.url);
const read = path =>
  readFileSync(new URL(path, here), 'utf8').replaceAll(
    '${environments.unpagedPattern}',
    'dev|staging',
  );

const documents = readdirSync(new URL('cluster/when', here)).flatMap(medium =>
  readdirSync(new URL(`cluster/when/${medium}`, here)).flatMap(file =>
    parseAllDocuments(read(`cluster/when/${medium}/${file}`)).map(one =>
      one.toJS(),
    ),
  ),
);
const configs = documents.filter(({ kind }) => kind === 'AlertmanagerConfig');

const rules = readdirSync(new URL('config/base', here))
  .filter(file => file.endsWith('.rules.yaml'))
  .flatMap(file => parse(read(`config/base/${file}`)).spec.groups)
  .flatMap(group => group.rules.filter(({ alert }) => alert));

/** A label that is not there is an empty one, as in Alertmanager. */
const holds =
  labels =>
  ({ name, matchType, value }) => {
    const actual = labels[name] ?? '';
    const matches = matchType.endsWith('~')
      ? new RegExp(`^(?:${value})$`).test(actual)
      : actual === value;
    return matchType.startsWith('!') ? !matches : matches;
  };

const receiversOf = labels =>
  configs
    .filter(({ spec }) => spec.route.matchers.every(holds(labels)))
    .map(({ metadata, spec: { route } }) => {
      const own = (route.routes ?? []).find(({ matchers }) =>
        matchers.every(holds(labels)),
      );
      return `${metadata.name}/${(own ?? route).receiver}`;
    })
    .sort();

const labelsOf = (name, more = {}) => {
  const { labels } = rules.find(({ alert }) => alert === name);
  return { alertname: name, ...labels, ...more };
};

for (const [what, labels, expected] of [
  [
    'image pull failure',
    labelsOf('ImagePullFailed', { namespace: 'orders-production' }),
    ['slack/developers', 'teams/teams'],
  ],
  [
    'health check failure',
    labelsOf('PodNotReady', { namespace: 'orders-production' }),
    ['email/contact', 'pagerduty/on-call', 'slack/platform', 'teams/teams'],
  ],
  [
    'health check failure in staging',
    labelsOf('PodNotReady', { namespace: 'orders-staging' }),
    ['email/contact', 'slack/platform', 'teams/teams'],
  ],
  [
    'a rollout in dev, by the name that Prometheus gives it',
    labelsOf('RolloutDegraded', {
      namespace: 'argo-rollouts',
      exported_namespace: 'orders-dev',
    }),
    ['email/contact', 'slack/platform', 'teams/teams'],
  ],
  [
    'a rollout that waits for a person',
    labelsOf('RolloutPaused', { exported_namespace: 'orders-production' }),
    ['slack/developers', 'teams/teams'],
  ],
  [
    'resource exhaustion',
    labelsOf('PodUnschedulable'),
    ['email/contact', 'slack/platform', 'teams/teams'],
  ],
  [
    'configuration error of a service',
    labelsOf('ApplicationSyncFailed', { audience: 'developers' }),
    ['slack/developers', 'teams/teams'],
  ],
  [
    'configuration error of an add-on',
    labelsOf('ApplicationSyncFailed', { audience: 'platform' }),
    ['email/contact', 'slack/platform', 'teams/teams'],
  ],
  [
    'build failure',
    labelsOf('BuildFailed'),
    ['slack/developers', 'teams/teams'],
  ],
  ['test failure', labelsOf('TestFailed'), ['slack/developers', 'teams/teams']],
  [
    'security scan failure',
    labelsOf('SecurityScanFailed'),
    ['email/contact', 'slack/security', 'teams/teams'],
  ],
  [
    'Falco, critical',
    {
      alertname: 'Identity token read by a tool',
      severity: 'critical',
      audience: 'security',
    },
    ['email/contact', 'pagerduty/on-call', 'slack/security', 'teams/teams'],
  ],
  [
    "a chart's own alert",
    { alertname: 'KubeNodeNotReady', severity: 'warning' },
    ['email/contact', 'slack/platform', 'teams/teams'],
  ],
  [
    "a chart's own, for nobody",
    { alertname: 'InfoInhibitor', severity: 'none' },
    [],
  ],
  ['the dead man', labelsOf('DeadMansSwitch'), ['dead-mans-switch/outside']],
]) {
  test(`${what} → ${expected.join(', ') || 'nobody'}`, () => {
    assert.deepEqual(receiversOf(labels), expected);
  });
}

test('every alert reaches somebody, and what is critical pages', () => {
  for (const { alert, labels } of rules) {
    const receivers = receiversOf({ alertname: alert, ...labels });
    assert.ok(receivers.length > 0, alert);
    assert.equal(
      receivers.includes('pagerduty/on-call'),
      labels.severity === 'critical',
      alert,
    );
  }
});

test('every receiver is named by a route, and every Secret that it reads is made beside it', () => {
  const secrets = new Set(
    documents
      .filter(({ kind }) => kind === 'ExternalSecret')
      .flatMap(({ spec: { target, data } }) =>
        [
          ...data.map(({ secretKey }) => secretKey),
          ...Object.keys(target.template?.data ?? {}),
        ].map(key => `${target.name}/${key}`),
      ),
  );
  for (const { metadata, spec } of configs) {
    const named = [spec.route, ...(spec.route.routes ?? [])].map(
      ({ receiver }) => receiver,
    );
    assert.deepEqual(
      spec.receivers.map(({ name }) => name).sort(),
      [...new Set(named)].sort(),
      metadata.name,
    );
    const references = [
      ...JSON.stringify(spec).matchAll(/\{"name":"([^"]+)","key":"([^"]+)"\}/g),
    ].map(([, name, key]) => `${name}/${key}`);
    assert.ok(references.length > 0, metadata.name);
    assert.deepEqual(
      references.filter(reference => !secrets.has(reference)),
      [],
      metadata.name,
    );
  }
});
