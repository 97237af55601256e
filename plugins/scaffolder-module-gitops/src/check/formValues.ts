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

/** What the fields look up in the form that they are part of, by the names that the templates use. */
export type FormValues = {
  name?: string;
  owner?: string;
};

/** Reads the values of sibling fields, which a form passes around untyped. */
export function formValues(formData: unknown): FormValues {
  const data = isRecord(formData) ? formData : {};
  return { name: text(data.name), owner: text(data.owner) };
}

/** An object with unknown values. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown) {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
