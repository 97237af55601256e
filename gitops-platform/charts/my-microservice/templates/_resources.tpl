{{/*
CPU and memory by size. No CPU limit: throttling hurts latency, and the request
already decides the share of a busy node.
*/}}
{{- define "my-microservice.resources" -}}
{{- $sizes := dict
  "small" (dict "cpu" "100m" "memory" "128Mi" "memoryLimit" "256Mi")
  "medium" (dict "cpu" "250m" "memory" "256Mi" "memoryLimit" "512Mi")
  "large" (dict "cpu" "1" "memory" "1Gi" "memoryLimit" "2Gi")
}}
{{- $size := get $sizes .Values.size }}
{{- if .Values.resources }}
{{- toYaml .Values.resources }}
{{- else }}
requests:
  cpu: {{ $size.cpu | quote }}
  memory: {{ $size.memory }}
limits:
  memory: {{ $size.memoryLimit }}
{{- end }}
{{- end }}
