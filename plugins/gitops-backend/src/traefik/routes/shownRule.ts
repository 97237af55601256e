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

import { hostsOf } from '../rule/hostsOf';
import { maskRule, type MaskValue } from '../rule/maskRule';
import { parseRule } from '../rule/parseRule';
import { renderRule } from '../rule/renderRule';
import { ruleInWords } from '../rule/ruleInWords';

/** What hides credentials in what is shown. */
export interface RuleMask {
  value: MaskValue;
  text: (text: string) => string;
}

/** The hosts of a rule, as it is written. */
export function hostsOfText(rule: string | undefined): string[] {
  const parsed = parseRule(rule ?? '');
  return parsed ? hostsOf(parsed) : [];
}

/** A rule as it may be shown, and in words; one that cannot be taken apart speaks for itself. */
export function shownRule(
  text: string | undefined,
  mask: RuleMask,
): { rule?: string; words?: string } {
  if (!text) {
    return {};
  }
  const parsed = parseRule(text);
  if (!parsed) {
    const rule = mask.text(text);
    return { rule, words: rule };
  }
  const masked = maskRule(parsed, mask.value);
  const changed = renderRule(masked) !== renderRule(parsed);
  return {
    // A path may carry the secret of a webhook.
    rule: mask.text(changed ? renderRule(masked) : text),
    words: mask.text(ruleInWords(masked)),
  };
}
