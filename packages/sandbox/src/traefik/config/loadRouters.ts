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

import { checkSection } from './checkSection';
import { newSection, type Section } from './Configuration';
import { OBSERVABILITY } from './httpRouters';
import { qualify } from './names';

let made: { count: number; section: Section } | undefined;

function make(count: number): Section {
  const section = newSection();
  const digits = String(count).length;
  for (let number = 1; number <= count; number += 1) {
    const name = `load-svc-${String(number).padStart(digits, '0')}`;
    const url = `http://10.245.${number % 250}.${Math.ceil(number / 250)}:8080`;
    section.routers.set(qualify(name), {
      entryPoints: ['websecure'],
      service: name,
      rule: `Host(\`${name}.load.example\`)`,
      tls: { options: 'default' },
      observability: OBSERVABILITY,
      status: 'enabled',
    });
    section.services.set(qualify(name), {
      loadBalancer: {
        servers: [{ url }],
        strategy: 'wrr',
        passHostHeader: true,
        responseForwarding: { flushInterval: '100ms' },
      },
      status: 'enabled',
      serverStatus: { [url]: 'UP' },
    });
  }
  checkSection(section, 'http');
  return section;
}

/** Adds routers that lead to nothing anybody runs, for load. They never change, so they are made once. */
export function addLoadRouters(http: Section, count: number): void {
  if (made?.count !== count) {
    made = { count, section: make(count) };
  }
  made.section.routers.forEach((router, name) =>
    http.routers.set(name, router),
  );
  made.section.services.forEach((service, name) =>
    http.services.set(name, service),
  );
}
