{{- /* feature:file secrets */}}
{{/*
Whether the pods mount secrets.
*/}}
{{- define "my-microservice.usesCsi" -}}
{{- if and (eq .Values.secrets.delivery "csi") .Values.secrets.names }}true{{ end -}}
{{- end }}
