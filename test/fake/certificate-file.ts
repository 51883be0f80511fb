// A certificate that signs itself, as an operator makes one with openssl: a PEM file with the private key in it.
import { createHash, type KeyObject, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { drawKeyPair, type KeyPair } from './key-pairs.ts';

export interface CertificateFile {
  readonly path: string;
  readonly publicKey: KeyObject;
  /** Of the certificate as a whole, SHA-256 in base64url: what is registered with Microsoft. */
  readonly thumbprint: string;
}

export interface CertificateOptions {
  readonly endsAt?: Date;
  /** What is put into the file; both, when left out. */
  readonly holds?: readonly ('key' | 'certificate')[];
  /** The certificate is another key's. */
  readonly isForeign?: boolean;
}

export function writeCertificate(path: string, options: CertificateOptions = {}): CertificateFile {
  const { endsAt = new Date('2099-12-31T00:00:00Z'), holds = ['key', 'certificate'], isForeign = false } = options;
  const own = drawKeyPair();
  const certified = isForeign ? drawKeyPair() : own;
  const certificate = certify(certified, endsAt);
  const blocks = {
    key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: toPem(certificate),
  };
  writeFileSync(path, holds.map((block) => blocks[block]).join(''));
  const thumbprint = createHash('sha256').update(certificate).digest('base64url');
  return { path, publicKey: certified.publicKey, thumbprint };
}

const SEQUENCE = 0x30;
/** sha256WithRSAEncryption, and the common name: as RFC 5280 writes them down. */
const ALGORITHM = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const VERSION_3 = Buffer.from('a003020102', 'hex');

/** @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function certify({ privateKey, publicKey }: KeyPair, endsAt: Date): Buffer {
  const name = wrap(SEQUENCE, wrap(0x31, wrap(SEQUENCE, COMMON_NAME, wrap(0x0c, Buffer.from('samverk')))));
  const validity = wrap(SEQUENCE, toTime(new Date('2020-01-01T00:00:00Z')), toTime(endsAt));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const signed = wrap(SEQUENCE, VERSION_3, wrap(0x02, Buffer.of(1)), ALGORITHM, name, validity, name, key);
  return wrap(SEQUENCE, signed, ALGORITHM, wrap(0x03, Buffer.of(0), sign('sha256', signed, privateKey)));
}

/** A tag, the length of what is in it, and that. */
function wrap(tag: number, ...inner: readonly Buffer[]): Buffer {
  const content = Buffer.concat(inner);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function toTime(at: Date): Buffer {
  return wrap(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z`));
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
