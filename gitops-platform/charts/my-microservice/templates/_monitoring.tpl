{{- /* feature:file monitoring */}}
{{/*
Name of the port that Prometheus reads: its own where there is one, else the service's.
*/}}
{{- define "my-microservice.metricsPort" -}}
{{- $port := int .Values.monitoring.port -}}
{{- if and $port (ne $port (int .Values.service.port)) }}metrics{{ else }}http{{ end -}}
{{- end }}
