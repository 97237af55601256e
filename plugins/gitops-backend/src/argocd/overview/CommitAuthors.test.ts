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

import { storedApplication } from '../../__testUtils__/storedApplication';
import { deployment } from './__testUtils__/deployment';
import { CommitAuthors } from './CommitAuthors';

describe('CommitAuthors', () => {
  function setUp(author: string | undefined) {
    const known = new Map<string, { author?: string }>();
    const metadata = {
      known: jest.fn(({ revision }: { revision: string }) =>
        known.get(revision),
      ),
      load: jest.fn(async ({ revision }: { revision: string }) => {
        await Promise.resolve();
        known.set(revision, { author });
      }),
    };
    const onArrival = jest.fn();
    const authors = CommitAuthors.create({ metadata, onArrival });
    return { authors, metadata, onArrival };
  }
  const app = storedApplication({ history: [deployment] });

  it.each([
    ['Jane Doe <jane@acme.example>', 'Jane Doe'],
    ['jane@acme.example', 'jane@acme.example'],
    ['<jane@acme.example>', '<jane@acme.example>'],
    [undefined, undefined],
  ])('asks once, and answers from then on: %s', async (author, expected) => {
    const { authors, metadata, onArrival } = setUp(author);
    expect(authors.of(app)).toBeUndefined();
    await new Promise(process.nextTick);
    expect(onArrival).toHaveBeenCalledWith(app);
    expect(authors.of(app)).toBe(expected);
    expect(authors.known(app)).toBe(expected);
    expect(metadata.load).toHaveBeenCalledTimes(1);
  });

  it('asks for the first source that is in Git, and for none where nothing is', () => {
    const { authors, metadata } = setUp('Jane');
    const chart = { repoUrl: 'https://charts.acme.example', chart: 'shop' };
    authors.of(storedApplication());
    authors.of(
      storedApplication({ history: [{ ...deployment, sources: [chart] }] }),
    );
    expect(metadata.load).not.toHaveBeenCalled();
    authors.of(
      storedApplication({
        history: [
          {
            ...deployment,
            revisions: ['1.0.0', 'b'],
            sources: [chart, ...deployment.sources],
          },
        ],
      }),
    );
    expect(metadata.load).toHaveBeenCalledWith(
      expect.objectContaining({ revision: 'b', sourceIndex: 1 }),
    );
  });
});
