import type { HttpServer } from './http-server.ts';
import type { Tracing } from './tracing.ts';

/** Traces requests if OpenTelemetry's own variables set an endpoint; else null, and no OpenTelemetry package is loaded. */
export async function traceIfConfigured(server: Pick<HttpServer, 'observe'>): Promise<Tracing | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = process.env;
  if (!OTEL_EXPORTER_OTLP_ENDPOINT && !OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return null;
  const { openTracing } = await import('./tracing.ts');
  const tracing = openTracing();
  server.observe(tracing.observe);
  return tracing;
}
