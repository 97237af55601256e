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

/** What one can have Argo CD do, and what became of it. */
export const operationMessages = {
  operations: {
    what: 'what you may do here',
    group: 'Operations on {{name}}',
    sync: 'Sync…',
    refresh: 'Refresh',
    hardRefresh: 'Hard refresh',
    terminate: 'Terminate…',
    notPossible: '{{actions}}: {{reason}}',
    noReason: 'Argo CD cannot do this now.',
  },
  actions: {
    sync: 'Sync',
    force: 'Force',
    refresh: 'Refresh',
    terminate: 'Terminate',
  },
  refused: {
    conflict: 'Argo CD cannot do this now',
    forbidden: 'You may not do this',
    failed: 'Argo CD was not asked, or did not answer',
  },
  dialog: {
    title: 'Sync {{name}}',
    willHappen: 'What will happen',
    options: 'How',
    dryRun: 'Dry run',
    dryRunHint: 'Try it out, change nothing',
    prune: 'Prune',
    pruneHint: 'Delete what Git does not have any more',
    force: 'Force',
    forceHint: 'Delete and create again what cannot be changed',
    forceNotPossible: 'Force is not possible: {{reason}}',
    scope: 'What',
    all: 'All resources',
    chosen: 'Only chosen resources',
    search: 'Find a resource',
    choose: 'Resources to sync',
    chosenCount_one: '{{count}} resource chosen',
    chosenCount_other: '{{count}} resources chosen',
    resources: 'the resources',
    noResources: 'There is nothing to choose',
    noneFit: 'No resource fits',
    noneChosen: 'Choose at least one resource.',
    notShown_one: '{{count}} more is not shown: type more of its name.',
    notShown_other: '{{count}} more are not shown: type more of the name.',
    cancel: 'Cancel',
    submitSync: 'Sync',
    submitDryRun: 'Start the dry run',
    terminateTitle: 'Terminate the operation on {{name}}',
    terminateHint:
      'Argo CD stops where it is: what it has applied stays, the rest is left as it was.',
    terminateSubmit: 'Terminate',
  },
  willHappen: {
    apply: 'Argo CD applies what Git says ({{sources}}) to {{destination}}.',
    applyChosen_one:
      'Argo CD applies {{count}} resource as Git says ({{sources}}) to {{destination}}; the others stay as they are.',
    applyChosen_other:
      'Argo CD applies {{count}} resources as Git says ({{sources}}) to {{destination}}; the others stay as they are.',
    dryRun:
      'Argo CD tries out what a sync would do to {{destination}} ({{sources}}), and changes nothing.',
    synced: 'Everything is in sync already: it is applied once more.',
    prune: 'What Git does not have any more is deleted.',
    pruneChosen: 'Those of them that Git does not have any more are deleted.',
    noPrune: 'What Git does not have any more stays.',
    force:
      'What cannot be changed in place is deleted and created again: until it is back, it is gone.',
    partial: 'Hooks do not run, and the sync does not appear in the history.',
    automatic: 'Automatic sync is on: Argo CD also does this by itself.',
  },
  progress: {
    what: 'the last operation',
    empty: 'Nothing has been synced yet',
    emptyHint: 'The first sync stands here with what became of each resource.',
    resources: 'What became of each resource',
    resource: 'Resource',
    result: 'Result',
    message: 'Message',
    hook: 'hook {{type}}',
    phase: 'State',
    started: 'Started',
    took: 'Took',
    running: 'Running for',
    by: 'Asked for by',
    retries: 'Retries',
    done: '{{done}} of {{total}} resources done',
    omitted_one: '{{count}} more resource is not shown',
    omitted_other: '{{count}} more resources are not shown',
    noResources: 'Argo CD has not come to a resource yet',
    show: 'Show progress',
    dryRunHint: 'It was a dry run: nothing was changed.',
    Synced: 'Synced',
    SyncFailed: 'Sync failed',
    Pruned: 'Pruned',
    PruneSkipped: 'Prune skipped',
    Running: 'Running',
    Succeeded: 'Succeeded',
    Failed: 'Failed',
    Error: 'Error',
    Terminating: 'Terminating',
    waiting: 'Waiting',
  },
} as const;
