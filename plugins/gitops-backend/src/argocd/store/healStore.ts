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

import { contradicts } from './mergeListed';
import { contradictions, takeOver } from './takeOver';
import type { WatchContext } from './WatchContext';

/**
 * Compares the store with the list, and puts right what the stream has failed to deliver. Resolves with the number
 * of Applications that were wrong.
 */
export async function healStore(
  context: WatchContext,
  signal: AbortSignal,
): Promise<number> {
  const { client, store, backlog, doubt, clock, timing } = context;
  const instance = client.name;
  const known = store.list(instance);
  const { applications } = await client.listApplications(signal);
  doubt.check({ known: known.length, listed: applications.length });
  const versionOf = (id: { namespace: string; name: string }) =>
    store.get({ ...id, instance })?.version;

  const suspects = contradictions(context, applications).map(listed => ({
    listed,
    version: versionOf(listed),
  }));
  const listedNames = new Set(applications.map(nameOf));
  const gone = known.filter(one => !listedNames.has(nameOf(one)));
  if (suspects.length + gone.length === 0) {
    return 0;
  }
  // The list may be ahead of events that are on their way.
  await clock.sleep(timing.grace, signal);

  const wrong = suspects.flatMap(({ listed, version }) => {
    const kept = store.get({ ...listed, instance });
    return kept?.version === version && contradicts(listed, kept)
      ? [listed]
      : [];
  });
  takeOver(context, wrong);
  const removed = gone.filter(
    one => versionOf(one) === one.version && store.remove(one),
  );
  await backlog.read(signal);
  return wrong.length + removed.length;
}

function nameOf({ namespace, name }: { namespace: string; name: string }) {
  return `${namespace}/${name}`;
}
