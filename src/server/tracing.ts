import { defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { RequestObserver } from './log-request.ts';

/** Sends a span of every request to an OpenTelemetry collector. */
export interface Tracing {
  readonly observe: RequestObserver;
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * Where and how is said by OpenTelemetry's own variables: OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS …
 * A `traceparent` of the client is continued.
 */
export function openTracing(): Tracing {
  const provider = new TracerProvider({
    resource: defaultResource().merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('concord');
  const propagator = new W3CTraceContextPropagator();
  return {
    observe({ headers }, { id, operation, storedOperation, cost, errorCodes }, { status, milliseconds }) {
      const now = Date.now();
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const attributes = {
        'concord.request.id': id,
        'graphql.operation.name': storedOperation ?? operation ?? undefined,
        'http.response.status_code': status,
        'concord.query.cost': cost ?? undefined,
        'concord.error.codes': [...errorCodes],
      };
      const startTime = now - milliseconds;
      const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER, startTime, attributes }, parent);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(now);
    },
    close: () => provider.shutdown(),
  };
}
