import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { variables } from '#config/variables.ts';
import { readDockerfile } from '../containers/dockerfile.ts';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly spec?: {
    readonly selector?: Readonly<Record<string, unknown>>;
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: PodSpec;
    };
  };
  readonly data?: Readonly<Record<string, string>>;
}

interface PodSpec {
  readonly terminationGracePeriodSeconds?: number;
  readonly containers: readonly {
    readonly image: string;
    readonly args: readonly string[];
    readonly envFrom: readonly Readonly<Record<string, { readonly name: string }>>[];
    readonly env?: readonly { readonly name: string }[];
    readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
    readonly resources: { readonly limits: Readonly<Record<string, string>> };
  }[];
}

const folder = 'deploy/kubernetes';
const { resources, images } = parse(readFileSync(`${folder}/kustomization.yaml`, 'utf8'));
const files = readdirSync(folder).filter((name) => name !== 'kustomization.yaml');
const manifests = files.flatMap((file) =>
  parseAllDocuments(readFileSync(`${folder}/${file}`, 'utf8')).map((document) => document.toJS() as Manifest),
);
const pods = manifests.flatMap(({ metadata, spec }) =>
  spec?.template ? [{ name: metadata.name, ...spec.template.spec }] : [],
);
const secrets = ['DATABASE_URL', 'CONCORD_KEY_SECRET', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

/** Checks a manifest with the schema that Kubernetes publishes for its kind. */
async function validate(manifest: Manifest): Promise<void> {
  const { [manifest.kind]: Model } = await import(
    /* @vite-ignore */ `kubernetes-models/${manifest.apiVersion}/${manifest.kind}`
  );
  new Model(manifest).validate();
}

test.each(manifests)('$kind $metadata.name has the form that Kubernetes publishes', async (manifest) => {
  await validate(manifest);
  // The schema is there and looks into the manifest.
  const spoilt = { ...manifest, metadata: { ...manifest.metadata, labels: 'none' } } as never;
  await expect(validate(spoilt)).rejects.toThrow(/labels/);
});

test('every file but the job before an upgrade is applied together', () => {
  expect([...resources, 'migrate.yaml'].sort()).toEqual(files.sort());
});

test('all run the image of this version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(images).toEqual([{ name: 'concord', newTag: version }]);
  expect(new Set(pods.flatMap(({ containers }) => containers.map(({ image }) => image)))).toEqual(
    new Set([`concord:${version}`]),
  );
});

test('only variables that Concord reads are set, and what they are taken from is there', () => {
  const known = Object.values(variables).map(({ name }) => name as string);
  const set = pods.flatMap(({ containers }) => containers.flatMap(({ env = [] }) => env.map(({ name }) => name)));
  const configured = manifests.flatMap(({ data = {} }) => Object.keys(data));
  expect([...set, ...configured].filter((name) => !known.includes(name))).toEqual([]);
  const sources = pods.flatMap(({ containers }) => containers.flatMap(({ envFrom }) => envFrom));
  expect(new Set(sources.map((source) => JSON.stringify(source)))).toEqual(
    new Set(['{"configMapRef":{"name":"concord"}}', '{"secretRef":{"name":"concord"}}']),
  );
  const comment = readFileSync(`${folder}/configuration.yaml`, 'utf8').split('\n')[0];
  for (const secret of secrets) expect(comment).toContain(secret);
});

test('what selects pods selects those that are made', () => {
  for (const { kind, spec } of manifests) {
    const selector = spec?.selector;
    if (selector === undefined) continue;
    const labels = kind === 'Service' ? selector : selector.matchLabels;
    expect(manifests.map(({ spec }) => spec?.template?.metadata.labels)).toContainEqual(labels);
  }
});

test('a server listens where the image does, and has the time that it takes to stop', () => {
  const server = pods.find(({ name }) => name === 'concord');
  const [container] = server?.containers ?? [];
  const image = readDockerfile(readFileSync('Dockerfile', 'utf8')).at(-1);
  expect(container?.ports?.find(({ name }) => name === 'http')?.containerPort).toBe(Number(image?.env.PORT));
  const drainMs = Number(manifests.find(({ kind }) => kind === 'ConfigMap')?.data?.CONCORD_DRAIN_MS);
  expect(server?.terminationGracePeriodSeconds).toBeGreaterThan(drainMs / 1_000 + 10);
  for (const { containers } of pods)
    for (const { resources } of containers) expect(resources.limits.memory).toBeDefined();
});
