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

import { startChartRepository } from '../__testUtils__/chartRepository';
import { ChartRepositories } from './ChartRepositories';

describe('ChartRepositories', () => {
  let repository: Awaited<ReturnType<typeof startChartRepository>>;
  let charts: ChartRepositories;

  beforeAll(async () => {
    repository = await startChartRepository('hello', ['1.2.0', '1.10.1']);
    charts = await ChartRepositories.create();
  });

  afterAll(async () => {
    await charts.dispose();
    await repository.stop();
  });

  it.each([
    ['1.2.0', '1.2.0'],
    ['^1.2.0', '1.10.1'],
    ['1.2.x', '1.2.0'],
    ['*', '1.10.1'],
  ])('%s is %s', async (version, resolved) => {
    const found = charts.resolve(repository.url, { chart: 'hello', version });
    expect(await found).toBe(resolved);
  });

  it('tells what the index says of a version', async () => {
    const reference = { chart: 'hello', version: '1.2.0' };
    expect(await charts.details(`${repository.url}/`, reference)).toEqual({
      description: 'Says hello',
      home: 'https://example.com',
      maintainers: ['Ada <ada@example.com>', 'Bob'],
    });
  });

  it.each([
    ['hello', '2.0.0', 'version "2.0.0" not found'],
    ['goodbye', '1.0.0', "chart 'goodbye' not found"],
  ])('has no %s %s', async (chart, version, message) => {
    const details = charts.details(repository.url, { chart, version });
    await expect(details).rejects.toThrow(message);
    const packed = charts.download(repository.url, { chart, version });
    await expect(packed).rejects.toThrow(message);
  });

  it('finds nothing within a range', async () => {
    const reference = { chart: 'hello', version: '>=2' };
    await expect(charts.resolve(repository.url, reference)).rejects.toThrow(
      'version matching constraint not found in 2 tags',
    );
  });

  it.each([
    'https://charts.example.com',
    'http://charts.example.com',
    'oci://127.0.0.1:5000/charts',
    'registry.example.com/charts',
    'http://localhost.example.com',
  ])('does not reach for %s', async url => {
    for (const version of ['1.0.0', '^1.0.0']) {
      const reference = { chart: 'hello', version };
      await expect(charts.resolve(url, reference)).rejects.toThrow(
        `the sandbox has no network: chart hello ${version} of ${url}`,
      );
    }
  });

  it('says where nobody answers', async () => {
    const reference = { chart: 'hello', version: '^1.0.0' };
    const resolved = charts.resolve('http://127.0.0.1:9', reference);
    await expect(resolved).rejects.toThrow('failed to fetch');
  });
});
