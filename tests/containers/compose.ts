/** A compose file after YAML, as far as the rules below look at it; the published schema has seen to the rest. */
export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly read_only?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition?: string }>>;
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly mem_limit?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
}

type Rule = (service: Service, compose: Compose) => readonly string[];

/** What is wrong with a compose file although the schema allows it, one sentence each. */
export function problemsOf(compose: Compose): string[] {
  const ofServices = Object.entries(compose.services).flatMap(([name, service]) =>
    rules.flatMap((rule) => rule(service, compose).map((problem) => `${name}: ${problem}`)),
  );
  const used = Object.values(compose.services).flatMap(namedVolumes);
  const unused = Object.keys(compose.volumes ?? {}).filter((name) => !used.includes(name));
  return [...ofServices, ...unused.map((name) => `no service uses the volume ${name}`)];
}

const rules: readonly Rule[] = [
  ({ image, build }) =>
    build || (image?.includes(':') && !image.endsWith(':latest')) ? [] : [`${image} names no version`],
  (service, { volumes = {} }) =>
    namedVolumes(service)
      .filter((name) => !(name in volumes))
      .map((name) => `the volume ${name} is declared nowhere`),
  ({ depends_on = {} }, { services }) =>
    Object.entries(depends_on).flatMap(([name, { condition }]) => {
      const other = services[name];
      if (other === undefined) return [`depends on ${name}, which is no service`];
      if (condition === 'service_completed_successfully')
        return endsByItself(other) ? [] : [`waits for the end of ${name}, which restarts`];
      if (condition === 'service_healthy')
        return tellsHealth(other) ? [] : [`waits for the health of ${name}, which has no check`];
      return [`does not wait until ${name} is ready`];
    }),
  ({ ports = [] }) =>
    ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${port} is open to the network`),
  (service) =>
    endsByItself(service) || service.restart === 'unless-stopped' ? [] : ['does not come back after a crash'],
  (service) =>
    endsByItself(service) || seconds(service) > 10 ? [] : ['is killed before the ten seconds that Concord may take'],
  ({ build, read_only, volumes = [] }) =>
    build && read_only && !volumes.includes('/tmp') ? ['has no folder for temporary files'] : [],
  ({ mem_limit }) => (mem_limit ? [] : ['may take all memory']),
  ({ logging }) => (logging?.options?.['max-size'] && logging.options['max-file'] ? [] : ['its log grows without end']),
  ({ environment = {} }) =>
    Object.entries(environment)
      .filter(([name, value]) => name.includes('PASSWORD') && !/^\$\{\w+:\?.+\}$/.test(value))
      .map(([name]) => `${name} is not demanded from the environment`),
];

const namedVolumes = ({ volumes = [] }: Service): string[] =>
  volumes.map((volume) => volume.split(':')[0] ?? '').filter((source) => /^\w/.test(source));

const endsByItself = ({ restart }: Service): boolean => restart === 'no';

// What is built from our Dockerfile has the check of that.
const tellsHealth = ({ healthcheck, build }: Service): boolean =>
  healthcheck === undefined ? build !== undefined : healthcheck.disable !== true;

function seconds({ stop_grace_period = '10s' }: Service): number {
  const [, count, unit] = /^(\d+)(s|m)$/.exec(stop_grace_period) ?? [];
  return Number(count) * (unit === 'm' ? 60 : 1);
}
