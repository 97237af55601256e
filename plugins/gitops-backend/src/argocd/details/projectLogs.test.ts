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
import { Redactor } from '../redact/Redactor';
import { projectLogs } from './projectLogs';

const redactor = Redactor.create({
  rules: { keys: [], values: [] },
  logger: mockServices.logger.mock(),
});
const project = (texts: string[], tailLines = 1_000) =>
  projectLogs(
    texts.map((text, index) => ({ time: `t${index}`, text })),
    { tailLines, redactor },
  );

describe('projectLogs', () => {
  it('masks lines and keeps their times', () => {
    expect(
      project(['start', 'password=x', '-----BEGIN PRIVATE KEY-----', 'MIIE']),
    ).toEqual({
      items: [
        { time: 't0', text: 'start' },
        { time: 't1', text: 'password=••••••' },
        { time: 't2', text: '••••••' },
        { time: 't3', text: '••••••' },
      ],
      truncated: false,
      masked: 3,
    });
  });

  it('leaves colours out, which would hide a key', () => {
    expect(
      project(['\u001b[36mpassword\u001b[0m=x', '\u001b[36mtoken=\u001b[0mx'])
        .items,
    ).toMatchObject([{ text: 'password=••••••' }, { text: 'token=••••••' }]);
  });

  it('says that there may be more', () => {
    expect(project(['a', 'b'], 2)).toMatchObject({ truncated: true });
    expect(project(['a', 'b'], 3)).toMatchObject({ truncated: false });
    expect(project(['a', 'b', 'c'], 2).items).toMatchObject([
      { text: 'b' },
      { text: 'c' },
    ]);
  });

  it('cuts long lines, after it has masked them', () => {
    const { items, truncated } = project([
      `${'x '.repeat(990)}password=${'y'.repeat(100)} z`,
      'z '.repeat(3_000),
    ]);
    expect(items[0].text).toMatch(/ password=•••••• z$/);
    expect(items[1].text).toHaveLength(2_000);
    expect(truncated).toBe(true);
  });

  it('keeps the newest lines of those that are too many', () => {
    const { items, truncated } = project(
      Array.from({ length: 900 }, (_, index) => `${index} ${'é '.repeat(900)}`),
    );
    expect(truncated).toBe(true);
    expect(items.at(-1)?.text).toMatch(/^899 /);
    const bytes = Buffer.byteLength(JSON.stringify(items));
    expect(bytes).toBeLessThanOrEqual(512_000);
    expect(bytes).toBeGreaterThan(500_000);
  });
});
