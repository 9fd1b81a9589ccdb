import { isDecodable } from './decodable.ts';

/** A bucket and its address. */
export interface S3Address {
  endpoint: string;
  region: string;
  bucket: string;
  /** The prefix of every key, without slashes at its ends; may be empty. */
  prefix: string;
  /** Left out: the AWS client finds them itself (environment, profile, the machine's role). */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/**
 * Reads `FILES_URL`: `s3://KEY:SECRET@HOST[:PORT]/BUCKET[/PREFIX][?region=…][&tls=off]`.
 *
 *     s3://KEY:SECRET@s3.ap-southeast-1.amazonaws.com/dien-hinh?region=ap-southeast-1
 *     s3://KEY:SECRET@minio.noibo.gov.vn:9000/dien-hinh/huyen-dak-doa?tls=off
 *
 * KEY and SECRET are percent-encoded (a `/` is %2F). Without a region it is us-east-1, which most
 * servers other than Amazon's expect. `tls=off` uses plain HTTP. Throws an Error with one line,
 * without the secret, when the address cannot be read.
 */
export function readS3Address(filesUrl: string): S3Address {
  if (/%(?![0-9A-Fa-f]{2})/.test(filesUrl)) {
    throw new Error('FILES_URL: has a % that stands for no character: write it as %25');
  }
  if (!isDecodable(filesUrl)) throw new Error('FILES_URL: has a % that stands for no letter of UTF-8');
  const url = URL.canParse(filesUrl) ? new URL(filesUrl) : undefined;
  const [bucket, ...prefix] = url?.pathname.split('/').filter(Boolean).map(decodeURIComponent) ?? [];
  if (url?.protocol !== 's3:' || !url.host || !bucket) {
    throw new Error(
      'FILES_URL: is not of the form s3://KEY:SECRET@HOST:PORT/BUCKET?region=REGION (percent-encode a / in SECRET as %2F)',
    );
  }
  if (/\/\.\.?(?=[/?#]|$)/.test(filesUrl.replaceAll(/%2e/gi, '.'))) {
    throw new Error('FILES_URL: has . or .. for a folder: write the folder itself');
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new Error('FILES_URL: a bucket has 3 to 63 characters: small letters, digits, - and dots');
  }
  if (prefix.some((part) => /[\p{Cc}\\]|^\.\.?$/u.test(part))) {
    throw new Error('FILES_URL: has a folder behind the bucket with a name that none has');
  }
  const region = url.searchParams.get('region') ?? 'us-east-1';
  if (!/^[a-z0-9-]{2,40}$/.test(region) || url.searchParams.getAll('region').length > 1) {
    throw new Error('FILES_URL: takes one region, such as ?region=ap-southeast-1');
  }
  if (url.hash) throw new Error('FILES_URL: has a # in it: write it as %23');
  if (Boolean(url.username) !== Boolean(url.password)) {
    throw new Error('FILES_URL: has only one of KEY and SECRET');
  }
  const tls = url.searchParams.get('tls') ?? 'on';
  const strange = [...url.searchParams.keys()].find((name) => name !== 'tls' && name !== 'region');
  if (strange !== undefined || (tls !== 'on' && tls !== 'off')) {
    throw new Error('FILES_URL: takes ?region=REGION and &tls=off, and nothing else behind the ?');
  }
  const scheme = tls === 'off' ? 'http' : 'https';
  return {
    endpoint: `${scheme}://${url.host}`,
    region,
    bucket,
    prefix: prefix.join('/'),
    ...(url.username
      ? {
          credentials: {
            accessKeyId: decodeURIComponent(url.username),
            secretAccessKey: decodeURIComponent(url.password),
          },
        }
      : {}),
  };
}
