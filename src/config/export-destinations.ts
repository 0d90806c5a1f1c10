import { z } from 'zod';

/** Where exports may be written to, as an operator names it. */
export type ExportDestination =
  | { readonly name: string; readonly kind: 'folder'; readonly path: string }
  | {
      readonly name: string;
      readonly kind: 'bucket';
      readonly bucket: string;
      /** Before every key; empty or ending with `/`. */
      readonly prefix: string;
      /** Address of a server other than Amazon's. */
      readonly endpoint: string | null;
      readonly region: string;
    };

const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const parameters = ['endpoint', 'region'];

/** Parses `name=folder` and `name=s3://bucket/prefix?endpoint=…&region=…`, separated by commas. Names must differ. */
export const exportDestinations = z.string().transform((text, context) => {
  const found = text.split(',').map((part) => parse(part.trim()));
  const whole = found.filter((destination) => destination !== null);
  if (whole.length === found.length && new Set(whole.map((one) => one.name)).size === whole.length) return whole;
  context.addIssue({ code: 'custom', message: 'not a list of destinations' });
  return z.NEVER;
});

function parse(part: string): ExportDestination | null {
  const [, key = '', place = ''] = /^([^=]*)=(.+)$/.exec(part) ?? [];
  if (!name.test(key)) return null;
  if (place.startsWith('s3:')) return bucket(key, place);
  return place.includes('\0') || /^\w+:\/\//.test(place) ? null : { name: key, kind: 'folder', path: place };
}

function bucket(key: string, place: string): ExportDestination | null {
  if (!URL.canParse(place)) return null;
  const { host, pathname, searchParams, username, password } = new URL(place);
  const endpoint = searchParams.get('endpoint');
  const fits = bucketName.test(host) && username === '' && password === '';
  const known = [...searchParams.keys()].every((parameter) => parameters.includes(parameter));
  if (!fits || !known || (endpoint !== null && !/^https?:\/\/./.test(endpoint))) return null;
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const prefix = path === '' ? '' : `${decodeURIComponent(path)}/`;
  return {
    name: key,
    kind: 'bucket',
    bucket: host,
    prefix,
    endpoint,
    region: searchParams.get('region') ?? 'us-east-1',
  };
}
