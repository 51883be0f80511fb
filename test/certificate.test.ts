// Which files hold a certificate to be known by, and what is said of those that do not?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readCertificate } from '../src/certificate.ts';
import { InvalidInput } from '../src/errors.ts';
import { writeCertificate } from './fake/certificate-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'samverk-certificate-'));
const path = join(folder, 'samverk.pem');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a certificate', () => {
  test('is read with its key, its thumbprint and its last day, in whatever order they stand', () => {
    const endsAt = new Date('2031-05-06T07:08:09Z');
    const { thumbprint } = writeCertificate(path, { endsAt, holds: ['certificate', 'key'] });

    const read = readCertificate(path);

    expect(read).toMatchObject({ thumbprint, endsAt });
    expect(read.key.type).toBe('private');
  });

  test.each([
    { holds: ['certificate'], isForeign: false, fault: 'holds no private RSA key' },
    { holds: ['key'], isForeign: false, fault: 'holds no certificate beside the key' },
    { holds: ['key', 'certificate'], isForeign: true, fault: 'do not belong together' },
  ] as const)('is refused where its file $fault', ({ holds, isForeign, fault }) => {
    writeCertificate(path, { holds, isForeign });

    expect(() => readCertificate(path)).toThrow(InvalidInput);
    expect(() => readCertificate(path)).toThrow(fault);
  });

  test('is refused where there is no file, or no PEM in it, and nothing of the file is told', () => {
    writeFileSync(path, 'hemligt');

    expect(() => readCertificate(join(folder, 'nowhere.pem'))).toThrow('ENOENT');
    expect(() => readCertificate(path)).toThrow('holds no private RSA key');
    expect(() => readCertificate(path)).not.toThrow('hemligt');
  });
});
