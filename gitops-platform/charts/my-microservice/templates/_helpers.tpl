{{/*
The name of every resource: the release, which is the service.
*/}}
{{- define "my-microservice.fullname" -}}
{{- .Release.Name | trunc 53 | trimSuffix "-" }}
{{- end }}

{{/*
What pods are found by. A Deployment's selector is immutable: never add to it.
*/}}
{{- define "my-microservice.selectorLabels" -}}
app.kubernetes.io/name: {{ include "my-microservice.fullname" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "my-microservice.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "my-microservice.selectorLabels" . }}
app.kubernetes.io/version: {{ include "my-microservice.version" . | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/*
The tag, as far as it can be a label.
*/}}
{{- define "my-microservice.version" -}}
{{- .Values.image.tag | trunc 63 | regexFind "[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?" | default "untagged" }}
{{- end }}

{{/*
repository[:tag][@digest]. The tag stays beside the digest for people to read.
*/}}
{{- define "my-microservice.image" -}}
{{- .Values.image.repository -}}
{{- with .Values.image.tag }}:{{ . }}{{ end -}}
{{- with .Values.image.digest }}@{{ . }}{{ end -}}
{{- end }}

{{/*
The kind of the workload.
*/}}
{{- define "my-microservice.kind" -}}
{{- $kind := "Deployment" -}}
{{- /* feature:begin strategy */}}
{{- $strategy := .Values.strategy -}}
{{- if or (ne $strategy.type "rolling") (eq $strategy.rolling.controller "Rollout") }}
{{- $kind = "Rollout" -}}
{{- end -}}
{{- /* feature:end strategy */}}
{{- $kind -}}
{{- end }}

{{- define "my-microservice.workloadRef" -}}
{{- $kind := include "my-microservice.kind" . -}}
apiVersion: {{ eq $kind "Rollout" | ternary "argoproj.io/v1alpha1" "apps/v1" }}
kind: {{ $kind }}
name: {{ include "my-microservice.fullname" . }}
{{- end }}

{{/*
The path that says whether the service is ready. The placeholder image has paths of its own.
*/}}
{{- define "my-microservice.readinessPath" -}}
{{- .Values.image.sourceRevision | empty | ternary "/readyz" .Values.probes.readiness.path -}}
{{- end }}

{{- define "my-microservice.livenessPath" -}}
{{- .Values.image.sourceRevision | empty | ternary "/healthz" .Values.probes.liveness.path -}}
{{- end }}

{{- define "my-microservice.startupPath" -}}
{{- .Values.image.sourceRevision | empty | ternary "/healthz" .Values.probes.startup.path -}}
{{- end }}
