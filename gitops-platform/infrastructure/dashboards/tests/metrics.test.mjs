/*
 * `node --test infrastructure/dashboards/tests`: every query of a dashboard and of an alert asks for metrics that the
 * component says it has (metrics.json, with the page that says so) or that a rule of ours records. A name that is wrong
 * makes a panel empty and an alert silent, and nothing else would notice.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const dashboards = fileURLToPath(new URL('..', import.meta.url));
const rules = path.join(dashboards, '..', 'alerts', 'config', 'base');

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => name.endsWith(ending))
    .map(name => path.join(folder, name));

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

const SUFFIXES = {
  gauges: [''],
  counters: [''],
  histograms: ['_bucket', '_sum', '_count'],
  summaries: ['', '_sum', '_count'],
};

const documented = new Set(
  readJson(path.join(dashboards, 'metrics.json')).flatMap(component =>
    Object.entries(SUFFIXES).flatMap(([type, suffixes]) =>
      (component[type] ?? []).flatMap(name =>
        suffixes.map(suffix => name + suffix),
      ),
    ),
  ),
);

const groups = filesBelow(rules, '.rules.yaml').flatMap(file =>
  parse(readFileSync(file, 'utf8')).spec.groups.flatMap(group =>
    group.rules.map(rule => ({ ...rule, file: path.basename(file) })),
  ),
);
const recorded = new Set(
  groups.flatMap(rule => (rule.record ? [rule.record] : [])),
);

const KEYWORDS = /^(and|or|unless|bool|offset|inf|nan)$/i;

/** The metrics that a query asks for: names that are no function, no label and no word of the language. */
function metricsOf(expr) {
  const byPattern = [...expr.matchAll(/__name__\s*=~\s*"([^"]+)"/g)].flatMap(
    ([, pattern]) =>
      [...documented].filter(name => new RegExp(`^(?:${pattern})$`).test(name)),
  );
  const bare = expr
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/"[^"]*"/g, ' ')
    .replace(
      /\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g,
      ' ',
    )
    .replace(/\$\w+/g, ' ')
    .replace(/\boffset\s+\S+/g, ' ');
  const names = [
    ...bare.matchAll(/(?<![\w:.])([a-zA-Z_:][\w:]*)(?!\s*\()(?![\w:])/g),
  ]
    .map(([, name]) => name)
    .filter(name => !KEYWORDS.test(name));
  return [...byPattern, ...names];
}

const isKnown = name => documented.has(name) || recorded.has(name);

test('the reader of queries sees metrics, and nothing else', () => {
  assert.deepEqual(
    metricsOf(
      'histogram_quantile(0.95, sum by (service, le) (rate(a_bucket{x="y"}[5m]))) > 0.5 and on (service) c:d:rate5m offset 10m',
    ),
    ['a_bucket', 'c:d:rate5m'],
  );
  assert.deepEqual(
    metricsOf(
      '{__name__=~"(control_)?identity_cert_expiration_timestamp_seconds"}',
    ).length,
    2,
  );
});

for (const file of filesBelow(path.join(dashboards, 'config'), '.json')) {
  const dashboard = readJson(file);
  const panels = dashboard.panels.filter(({ type }) => type !== 'text');

  test(`${path.basename(
    file,
  )}: every panel has a title and a unit, and what it asks for is documented`, () => {
    assert.ok(dashboard.uid && dashboard.title && dashboard.description);
    assert.ok(panels.length > 0);
    for (const panel of panels) {
      assert.ok(panel.title, `a panel of ${dashboard.title} without a title`);
      assert.ok(panel.fieldConfig.defaults.unit, `${panel.title}: no unit`);
      assert.ok(panel.targets.length > 0, `${panel.title}: no query`);
    }
    const prometheus = panels
      .flatMap(({ targets }) => targets)
      .filter(({ datasource }) => datasource.type === 'prometheus');
    for (const { expr } of prometheus) {
      const names = metricsOf(expr);
      assert.ok(names.length > 0, `no metric in ${expr}`);
      assert.deepEqual(
        names.filter(name => !isKnown(name)),
        [],
        expr,
      );
    }
  });

  test(`${path.basename(
    file,
  )}: panels do not overlap, and their ids differ`, () => {
    const ids = dashboard.panels.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from(
        { length: w * h },
        (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`,
      ),
    );
    assert.equal(new Set(cells).size, cells.length);
  });
}

test('every metric of an alert or recorded rule is documented, or recorded by another', () => {
  for (const { expr, file, alert, record } of groups) {
    assert.deepEqual(
      metricsOf(String(expr)).filter(name => !isKnown(name)),
      [],
      `${file}: ${alert ?? record}`,
    );
  }
});

test('every alert says how bad it is, whom it is for and what to do', () => {
  const alerts = groups.filter(({ alert }) => alert);
  assert.equal(new Set(alerts.map(({ alert }) => alert)).size, alerts.length);
  for (const { alert, labels, annotations } of alerts) {
    assert.match(labels.severity, /^(critical|warning|none)$/, alert);
    assert.match(
      labels.audience,
      /^(developers|platform|security|on-call|dead-mans-switch|\{\{.*\}\})$/,
      alert,
    );
    assert.ok(annotations.summary && annotations.description, alert);
    assert.match(
      annotations.runbook_url,
      /^docs\/runbooks\/[a-z-]+\.md(#[a-z-]+)?$/,
      alert,
    );
  }
});

test('the table names a source for each component, and no metric twice', () => {
  const table = readJson(path.join(dashboards, 'metrics.json'));
  const all = table.flatMap(component =>
    Object.keys(SUFFIXES).flatMap(type => component[type] ?? []),
  );
  assert.equal(new Set(all).size, all.length);
  for (const { component, version, source } of table) {
    assert.ok(version, component);
    assert.match(source, /^https:\/\//, component);
  }
});
