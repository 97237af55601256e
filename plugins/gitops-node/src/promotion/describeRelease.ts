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

import type { ReleasePlan } from './Release';
import type { SourceCommits } from './readSourceCommits';
import { inertText } from './inertText';

/**
 * What a pull request and its commit say of a promotion or a rollback.
 * @public
 */
export interface ReleaseDescription {
  title: string;
  /** Markdown. */
  body: string;
  /** Commit message. */
  message: string;
}

/**
 * Describes a promotion or a rollback for whoever reviews it, and for whoever reads the history later. What others have
 * written, such as messages of commits and the reason, stands there without effect.
 * @public
 */
export function describeRelease(options: {
  kind: 'promotion' | 'rollback';
  plan: ReleasePlan;
  entityRef: string;
  /** Where the version comes from: an environment, or when it was deployed. */
  origin: string;
  /** Those that a promotion brings, or that a rollback takes away. */
  commits: SourceCommits;
  /** Entity reference of who asked. */
  askedBy?: string;
  /** Why it is done in spite of a doubt. */
  reason?: string;
}): ReleaseDescription {
  const { kind, plan, origin, askedBy, reason } = options;
  const { service, environment, doubt } = plan;
  const [from, to] = [plan.from, plan.to].map(({ label }) => plainText(label));
  const title =
    kind === 'promotion'
      ? `Promote ${service} ${to} to ${environment}`
      : `Roll back ${service} in ${environment} to ${to}`;
  const why = reason && inertText(reason);
  const overridden = doubt && [
    `**Against a doubt:** ${inertText(doubt)}`,
    `**Reason:** ${why}`,
  ];
  const body = [
    `${
      kind === 'promotion'
        ? `The version of ${origin} for ${environment}`
        : `The version of ${origin} again in ${environment}`
    }, for ${inertText(
      options.entityRef,
    )}. Only the lines of the version change.`,
    table(plan),
    ...(overridden || (why ? [`**Reason:** ${why}`] : [])),
    ...listOf('To know', plan.notes.map(inertText)),
    ...listOf(
      'To be copied first, by the check `promote-image`, which must pass before the merge',
      plan.copies.map(copy => `${code(copy.from)} to ${code(copy.to)}`),
    ),
    ...commitLines(kind, options.commits),
    ...(askedBy ? [`Asked for by ${inertText(askedBy)}.`] : []),
  ];
  const message = [
    title,
    `From ${from} to ${to}, the version of ${origin}.`,
    ...(doubt ? [`Against a doubt: ${inertText(doubt)}`] : []),
    ...(why ? [`Reason: ${why}`] : []),
    ...(askedBy ? [`Asked for by ${inertText(askedBy)}.`] : []),
  ];
  return { title, body: body.join('\n\n'), message: message.join('\n\n') };
}

function table({ from, to, environment }: ReleasePlan): string {
  const cells = ({ label, images, sourceRevision }: typeof from) =>
    [label, images.join(', '), sourceRevision ?? '']
      .map(text => (text ? code(text) : '–'))
      .join(' | ');
  return [
    `| ${environment} | version | image | source commit |`,
    '| --- | --- | --- | --- |',
    `| now | ${cells(from)} |`,
    `| after | ${cells(to)} |`,
  ].join('\n');
}

const EFFECTS = {
  promotion: ['that this brings', 'that this takes away, which is unusual'],
  rollback: ['that this takes away', 'that come back'],
};

function commitLines(
  kind: 'promotion' | 'rollback',
  { commits = [], total = 0, behind = 0, url, reason }: SourceCommits,
): string[] {
  if (reason) {
    return [`Source commits: ${inertText(reason)}`];
  }
  const link = url ? ` ([compare](${url}))` : '';
  const [forward, backward] = EFFECTS[kind];
  const left = total - commits.length;
  const items = commits.map(
    ({ revision, title, author }) =>
      `\`${revision.slice(0, 8)}\` ${inertText(title)}${
        author ? ` by ${inertText(author)}` : ''
      }`,
  );
  return [
    ...(total === 0 && behind === 0
      ? [`No source commit lies in between${link}.`]
      : []),
    ...listOf(`${count(total)} ${forward}${link}`, [
      ...items,
      ...(items.length > 0 && left > 0 ? [`and ${left} more`] : []),
    ]),
    ...(behind > 0 ? [`${count(behind)} ${backward}.`] : []),
  ];
}

function count(commits: number): string {
  return `${commits} source ${commits === 1 ? 'commit' : 'commits'}`;
}

function listOf(title: string, items: string[]): string[] {
  return items.length > 0
    ? [[`${title}:`, '', ...items.map(item => `- ${item}`)].join('\n')]
    : [];
}

/** A text of a version file as code, also within a table. */
function code(text: string): string {
  return `\`${text.replace(/[`|\s]/g, ' ')}\``;
}

/** A text of a version file where Markdown has no say: nothing that calls people, closes issues or ends the line. */
function plainText(text: string): string {
  return text.replace(/[^\w.+:,/~ -]/g, '?').slice(0, 100);
}
