import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { S3Driver } from 'flydrive/drivers/s3';
import type { S3Address } from '../../config/s3-address.ts';
import { spoolPrefix } from './spool.ts';

/**
 * Extends flydrive's S3 driver for one bucket. S3 shows an object only once all of it has arrived.
 */
export class Bucket extends S3Driver {
  constructor(address: S3Address) {
    const { endpoint, region, bucket, credentials } = address;
    const client = new S3Client({
      endpoint,
      region,
      ...(credentials ? { credentials } : {}),
      // Servers inside an office have one name, not one per bucket, and rarely support the newer
      // checksums.
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    super({ client, bucket, visibility: 'private', supportsACL: false });
  }

  /** S3 needs the length before the first byte, so a stream is written to a file first. */
  override async putStream(key: string, contents: Readable): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), spoolPrefix));
    const spool = join(folder, 'file');
    try {
      await pipeline(contents, createWriteStream(spool, { mode: 0o600 }));
      const { size } = await stat(spool);
      await super.putStream(key, createReadStream(spool), { contentLength: size });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
