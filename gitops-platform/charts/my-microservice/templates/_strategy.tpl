{{- /* feature:file strategy */}}
{{/*
The Service that only the new version answers; empty for a rolling update.
*/}}
{{- define "my-microservice.newService" -}}
{{- $name := include "my-microservice.fullname" . -}}
{{- with get (dict "canary" "canary" "blueGreen" "preview") .Values.strategy.type -}}
{{ $name }}-{{ . }}
{{- end -}}
{{- end }}

{{- define "my-microservice.canary" -}}
{{- $name := include "my-microservice.fullname" . -}}
{{- $strategy := .Values.strategy -}}
stableService: {{ $name }}
canaryService: {{ include "my-microservice.newService" . }}
# Only counts where no route splits the requests.
maxSurge: {{ $strategy.rolling.maxSurge }}
maxUnavailable: {{ $strategy.rolling.maxUnavailable }}
{{- /* feature:begin route */}}
{{- with include "my-microservice.splitter" . }}
trafficRouting:
  {{- if eq . "traefik" }}
  traefik:
    weightedTraefikServiceName: {{ $name }}
  {{- else if eq . "gatewayAPI" }}
  plugins:
    argoproj-labs/gatewayAPI:
      httpRoute: {{ $name }}
      namespace: {{ $.Release.Namespace }}
  {{- else }}
  istio:
    virtualService:
      name: {{ $name }}
      routes:
        - primary
  {{- end }}
{{- end }}
{{- /* feature:end route */}}
steps:
  {{- /* feature:begin route */}}
  {{- if and (include "my-microservice.splitter" .) $strategy.analysis.enabled }}
  # One pod, which gets no request before it has passed.
  - setCanaryScale:
      replicas: 1
  - analysis:
      templates:
        - templateName: smoke-test
          clusterScope: true
      args:
        {{- include "my-microservice.smokeTestArgs" . | nindent 8 }}
  {{- end }}
  {{- /* feature:end route */}}
  {{- range $index, $weight := $strategy.canary.weights }}
  - setWeight: {{ $weight }}
  {{- /* feature:begin route */}}
  {{- if and (eq $index 0) (include "my-microservice.splitter" $) $strategy.analysis.enabled }}
  - setCanaryScale:
      matchTrafficWeight: true
  {{- end }}
  {{- /* feature:end route */}}
  {{- if $strategy.analysis.enabled }}
  - analysis:
      templates:
        {{- include "my-microservice.analysisTemplates" (dict "root" $ "name" "canary") | nindent 8 }}
      args:
        {{- include "my-microservice.analysisArgs" (dict "root" $ "service" (include "my-microservice.newService" $)) | nindent 8 }}
  {{- else }}
  - pause:
      duration: {{ $strategy.canary.stepSeconds }}
  {{- end }}
  {{- end }}
{{- end }}

{{- define "my-microservice.blueGreen" -}}
{{- $name := include "my-microservice.fullname" . -}}
{{- $strategy := .Values.strategy -}}
activeService: {{ $name }}
previewService: {{ include "my-microservice.newService" . }}
autoPromotionEnabled: true
scaleDownDelaySeconds: {{ $strategy.blueGreen.keepPreviousSeconds }}
{{- if $strategy.analysis.enabled }}
prePromotionAnalysis:
  templates:
    - templateName: smoke-test
      clusterScope: true
  args:
    {{- include "my-microservice.smokeTestArgs" . | nindent 4 }}
postPromotionAnalysis:
  templates:
    {{- include "my-microservice.analysisTemplates" (dict "root" . "name" "blue-green") | nindent 4 }}
  args:
    {{- include "my-microservice.analysisArgs" (dict "root" . "service" $name) | nindent 4 }}
{{- end }}
{{- end }}

{{/*
The platform's template for who counts, and the service's own.
*/}}
{{- define "my-microservice.analysisTemplates" -}}
- templateName: {{ .name }}-{{ include "my-microservice.meter" .root }}
  clusterScope: true
{{- range .root.Values.strategy.analysis.templates }}
- templateName: {{ . }}
{{- end }}
{{- end }}

{{- define "my-microservice.analysisArgs" -}}
- name: namespace
  value: {{ .root.Release.Namespace }}
- name: workload
  value: {{ include "my-microservice.fullname" .root }}
- name: pod-template-hash
  valueFrom:
    podTemplateHashValue: Latest
- name: traefik-service
  value: {{ include "my-microservice.traefikService" (list .root .service) }}
- name: min-requests-per-minute
  value: {{ .root.Values.strategy.analysis.minRequestsPerMinute | quote }}
{{- end }}

{{- define "my-microservice.smokeTestArgs" -}}
{{- $path := .Values.strategy.analysis.smokeTestPath -}}
{{- if or (not $path) (not .Values.image.sourceRevision) -}}
{{- $path = include "my-microservice.readinessPath" . -}}
{{- end -}}
- name: workload
  value: {{ include "my-microservice.fullname" . }}
- name: url
  value: http://{{ include "my-microservice.newService" . }}:{{ .Values.service.port }}{{ $path }}
{{- end }}
