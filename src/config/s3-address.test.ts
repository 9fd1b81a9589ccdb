import { describe, expect, it } from 'vitest';
import { readS3Address } from './s3-address.ts';

describe('readS3Address', () => {
  it.each([
    [
      's3://KEY:se%2Fcret@s3.ap-southeast-1.amazonaws.com/dien-hinh?region=ap-southeast-1',
      {
        endpoint: 'https://s3.ap-southeast-1.amazonaws.com',
        region: 'ap-southeast-1',
        bucket: 'dien-hinh',
        prefix: '',
        credentials: { accessKeyId: 'KEY', secretAccessKey: 'se/cret' },
      },
    ],
    [
      's3://minio.noibo.gov.vn:9000/dien-hinh/huyen/dak-doa/?tls=off',
      {
        endpoint: 'http://minio.noibo.gov.vn:9000',
        region: 'us-east-1',
        bucket: 'dien-hinh',
        prefix: 'huyen/dak-doa',
      },
    ],
  ])('reads %s', (url, address) => {
    expect(readS3Address(url)).toEqual(address);
  });

  it.each([
    's3://KEY:hush@host',
    's3:///bucket',
    'https://KEY:hush@host/bucket',
    'KEY:hush',
    's3://:hush@host/b',
  ])('refuses %s in one line that keeps the secret', (url) => {
    expect(() => readS3Address(url)).toThrow(/^FILES_URL: [^\n]*$/);
    expect(() => readS3Address(url)).not.toThrow(/hush/);
  });
});
