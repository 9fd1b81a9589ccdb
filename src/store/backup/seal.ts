import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BackupError } from './error.ts';

/**
 * The first bytes of a sealed file. Such a file is a head, then chunks of 64 KiB, each encrypted
 * with AES-256-GCM and followed by its 16-byte tag. A chunk's nonce holds its number and whether it
 * is the last one, so a chunk that is dropped, moved or added is noticed, also at the end.
 *
 * The head (47 bytes) is authenticated with every chunk: mark (8), scrypt's N as a power of 2, r, p
 * (3), salt (16), first part of the nonces (7), check of the passphrase (13).
 */
export const sealMark = Buffer.from('DHTSEAL1', 'latin1');

const headLength = 47;
const chunkLength = 65_536;
const tagLength = 16;
/** 32 MB of memory and about 0.2 s for each guess. */
const cost = { logN: 15, r: 8, p: 3 };

/** Creates a stream that encrypts its input. */
export async function createSeal(passphrase: string): Promise<Transform> {
  const salt = randomBytes(16);
  const prefix = randomBytes(7);
  const { key, check } = await derive(passphrase, salt, cost);
  const head = Buffer.concat([sealMark, Buffer.from([cost.logN, cost.r, cost.p]), salt, prefix, check]);
  const encrypt = (plain: Buffer, number: number, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, last)).setAAD(head);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const seal = inChunks(chunkLength, encrypt);
  seal.push(head);
  return seal;
}

/**
 * Creates a stream that decrypts a whole sealed file. It fails with `BackupError` when the
 * passphrase is wrong, and when a byte was changed, left out or added.
 */
export function createUnseal(passphrase: string | undefined): Transform {
  let head = Buffer.alloc(0);
  let inner: Transform | undefined;
  const begin = async (outer: Transform): Promise<void> => {
    inner = await unsealAfter(head.subarray(0, headLength), passphrase);
    inner.on('data', (plain: Buffer) => outer.push(plain));
    inner.on('error', () => {});
    const rest = head.subarray(headLength);
    await through(inner, rest);
  };
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      if (inner) return void through(inner, bytes).then(() => done(), done);
      head = Buffer.concat([head, bytes]);
      if (head.length < headLength) return done();
      begin(this).then(() => done(), done);
    },
    flush(done) {
      if (!inner) return done(new BackupError('the file is cut short: it ends within its first line'));
      const opened = inner;
      opened.once('error', done);
      opened.once('end', () => done());
      opened.end();
    },
  });
}

function through(inner: Transform, bytes: Buffer): Promise<void> {
  return new Promise((done, failed) => {
    inner.write(bytes, (error) => (error ? failed(error) : done()));
  });
}

async function unsealAfter(head: Buffer, passphrase: string | undefined): Promise<Transform> {
  if (passphrase === undefined) {
    throw new BackupError(
      'the file is encrypted: set BACKUP_PASSPHRASE to the passphrase that it was made with',
    );
  }
  const [logN = 0, r = 0, p = 0] = head.subarray(8, 11);
  // A forged head must not cost gigabytes.
  if (logN < 10 || logN > 20 || r < 1 || r > 16 || p < 1 || p > 8)
    throw new BackupError('the file is damaged in its first line');
  const prefix = head.subarray(27, 34);
  const { key, check } = await derive(passphrase, head.subarray(11, 27), { logN, r, p });
  if (!check.equals(head.subarray(34))) {
    throw new BackupError('BACKUP_PASSPHRASE is not the passphrase that the file was made with');
  }
  return inChunks(chunkLength + tagLength, (sealed, number, last) => {
    const end = sealed.length - tagLength;
    if (end < 0) throw new BackupError('the file is cut short or damaged');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, last), {
      authTagLength: tagLength,
    });
    decipher.setAAD(head).setAuthTag(sealed.subarray(end));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
    } catch (error) {
      throw new BackupError('the file is cut short or damaged', { cause: error });
    }
  });
}

/**
 * Transforms a stream in chunks of `length` bytes. The last one, which may be shorter or empty, is
 * marked as last.
 */
function inChunks(
  length: number,
  change: (chunk: Buffer, number: number, last: boolean) => Buffer,
): Transform {
  let held: Buffer[] = [];
  let size = 0;
  let number = 0;
  return new Transform({
    transform(bytes: Buffer, _encoding, done: TransformCallback) {
      held.push(bytes);
      size += bytes.length;
      try {
        // The last chunk is only known at the end, so one is always held back.
        if (size > length) {
          let all = Buffer.concat(held);
          for (; all.length > length; all = all.subarray(length))
            this.push(change(all.subarray(0, length), number++, false));
          held = [all];
          size = all.length;
        }
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    flush(done) {
      try {
        done(null, change(Buffer.concat(held), number, true));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function derive(
  passphrase: string,
  salt: Buffer,
  { logN, r, p }: { logN: number; r: number; p: number },
): Promise<{ key: Buffer; check: Buffer }> {
  const options = { N: 2 ** logN, r, p, maxmem: 2 ** logN * r * 256 };
  const bytes = await new Promise<Buffer>((found, failed) => {
    // The same letters typed on another keyboard are the same passphrase.
    scrypt(passphrase.normalize('NFC'), salt, 45, options, (error, derived) =>
      error ? failed(error) : found(derived),
    );
  });
  return { key: bytes.subarray(0, 32), check: bytes.subarray(32) };
}
