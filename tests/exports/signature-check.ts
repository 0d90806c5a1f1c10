import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Whether a request is signed with a secret, after version 4 of the signatures of AWS. */
function isSigned({ method, url = '', headers }: IncomingMessage, secret: string): boolean {
  const [, , day = '', region = '', signed = '', signature] = form.exec(headers.authorization ?? '') ?? [];
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const named = signed.split(';').map((name) => `${name}:${String(headers[name]).trim().replace(/\s+/g, ' ')}\n`);
  const canonical = [method, pathname, query, named.join(''), signed, headers['x-amz-content-sha256']].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, sha256(canonical)].join(
    '\n',
  );
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex') === signature;
}

/** A door before an S3 server that lets only signed requests in and refuses the others as S3 does: s3rver itself does not check these signatures. */
export const signatureCheck = (port: number, secret: string): Server =>
  createServer((asked, answer) => {
    if (!isSigned(asked, secret)) {
      answer.writeHead(403, { 'content-type': 'application/xml' });
      answer.end('<Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message></Error>');
      asked.resume();
      return;
    }
    const { method, url, headers } = asked;
    const forwarded = request({ port, host: '127.0.0.1', method, path: url, headers }, (inner) => {
      answer.writeHead(inner.statusCode ?? 500, inner.headers);
      inner.pipe(answer);
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  });
