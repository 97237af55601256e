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
