import { createReadStream } from 'node:fs';
import type { S3Client } from '@aws-sdk/client-s3';
import { ExportError } from '../export-error.ts';

export interface BucketOptions {
  readonly name: string;
  readonly bucket: string;
  readonly endpoint: string | null;
  readonly region: string;
}

/** The operations used on objects of a bucket. All of them throw ExportError `DESTINATION_REFUSED` on failure. */
export interface Bucket {
  /** Keys with a prefix, in order. */
  list(prefix: string): Promise<readonly string[]>;
  /** Null if the object does not exist. */
  read(key: string): Promise<string | null>;
  write(key: string, text: string, headers: ObjectHeaders): Promise<void>;
  upload(key: string, path: string, headers: ObjectHeaders): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface ObjectHeaders {
  readonly ContentType: string;
  readonly CacheControl: string;
}

const removedAtOnce = 1_000;

/** Connects to an S3-compatible server with the credentials of the environment. The client library is loaded lazily. */
export async function openBucket({ name, bucket: Bucket, endpoint, region }: BucketOptions): Promise<Bucket> {
  const s3 = await import('@aws-sdk/client-s3');
  const { Upload } = await import('@aws-sdk/lib-storage');
  const client: S3Client = new s3.S3Client({
    region,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint !== null && { endpoint }),
  });
  const ask = <T>(work: () => Promise<T>): Promise<T> => work().catch((cause) => refuse(name, Bucket, cause));
  return {
    list: (Prefix) =>
      ask(async () => {
        const keys: string[] = [];
        for await (const { Contents } of s3.paginateListObjectsV2({ client }, { Bucket, Prefix })) {
          for (const { Key } of Contents ?? []) if (Key !== undefined) keys.push(Key);
        }
        return keys.sort();
      }),
    read: (Key) =>
      ask(async () => {
        try {
          const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key }));
          return (await Body?.transformToString()) ?? null;
        } catch (error) {
          if (error instanceof s3.NoSuchKey) return null;
          throw error;
        }
      }),
    write: (Key, Body, headers) =>
      ask(async () => {
        await client.send(new s3.PutObjectCommand({ Bucket, Key, Body, ...headers }));
      }),
    upload: (Key, path, headers) =>
      ask(async () => {
        await new Upload({ client, params: { Bucket, Key, Body: createReadStream(path), ...headers } }).done();
      }),
    remove: (keys) =>
      ask(async () => {
        for (let at = 0; at < keys.length; at += removedAtOnce) {
          const Objects = keys.slice(at, at + removedAtOnce).map((Key) => ({ Key }));
          const { Errors = [] } = await client.send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
          if (Errors[0] !== undefined) throw new Error(`${Errors[0].Key} cannot be removed: ${Errors[0].Message}`);
        }
      }),
  };
}

function refuse(name: string, bucket: string, cause: unknown): never {
  const { name: kind, message } = cause as Error;
  const reason = reasons[kind] ?? `${kind}: ${message}`;
  const text = `The export destination ${name} (bucket ${bucket}) cannot be used: ${reason}. Published versions are unchanged.`;
  throw new ExportError('DESTINATION_REFUSED', text, { cause });
}

const reasons: Readonly<Record<string, string>> = {
  NoSuchBucket: 'the bucket does not exist',
  AccessDenied: 'access denied for these credentials',
  InvalidAccessKeyId: 'the server does not accept AWS_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID',
  CredentialsProviderError: 'there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
};
