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

/** The fleet page and the home page's widget. */
export const fleetMessages = {
  page: {
    title: 'GitOps',
    applications: 'Applications',
    applicationSets: 'ApplicationSets',
  },
  fleet: {
    what: 'the Applications',
    label: 'Argo CD Applications',
    total_one: '{{count}} Application',
    total_other: '{{count}} Applications',
    totalLoaded: '{{total}} Applications, the first {{loaded}} are shown',
    loadMore: 'Show more',
    empty: 'No Application that you may see',
    emptyHint:
      'Applications appear here once an entity that you may read claims them; all others need the permission gitops.fleet.read.',
    noMatch: 'No Application matches these filters',
    clear: 'Clear all filters',
  },
  filter: {
    label: 'Filters',
    search: 'Search Applications',
    searchHint: 'Name, namespace, cluster, entity or image',
    health: 'Health',
    sync: 'Sync',
    instance: 'Instance',
    project: 'Project',
    environment: 'Environment',
    owner: 'Owner',
    any: 'Any',
    option: '{{value}} ({{rows}})',
    unclaimed: 'No entity',
  },
  column: {
    name: 'Application',
    set: 'ApplicationSet',
    environment: 'Environment',
    health: 'Health',
    sync: 'Sync',
    version: 'Version',
    project: 'Project',
    instance: 'Instance',
    owner: 'Owner',
    since: 'Since',
    created: 'Created',
    applications: 'Applications',
    generators: 'Generators',
    state: 'State',
  },
  row: {
    inArgoCd: 'Open {{name}} in Argo CD',
    from: 'from {{kind}} {{name}}',
    noEntity: 'No entity claims it',
    moreImages_one: 'and {{count}} more',
    moreImages_other: 'and {{count}} more',
  },
  sets: {
    what: 'the ApplicationSets',
    label: 'Argo CD ApplicationSets',
    search: 'Search ApplicationSets',
    empty: 'No ApplicationSet that you may see',
    noMatch: 'No ApplicationSet matches the search',
    well: 'All are healthy and in sync',
    unhealthy_one: '{{count}} not healthy',
    unhealthy_other: '{{count}} not healthy',
    outOfSync_one: '{{count}} out of sync',
    outOfSync_other: '{{count}} out of sync',
    none: 'No Application',
    failing: 'It cannot generate Applications',
  },
  home: {
    title: 'My unhealthy Applications',
    description: 'What of your own Argo CD does not call healthy, and why.',
    what: 'your Applications',
    allWell: 'All your Applications are well',
    allWellHint_one: '{{count}} Application is yours.',
    allWellHint_other: '{{count}} Applications are yours.',
    nothing: 'No Application is yours',
    nothingHint:
      'Applications of entities that you or your groups own appear here.',
    showAll_one: 'Show it among all Applications',
    showAll_other: 'Show all {{count}}',
  },
} as const;
