import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';

/** One file part while it streams. The receiver must read it to the end. */
export interface FilePart {
  field: string;
  name: string;
  content: Readable;
}

/** The parts of a form that are not files, and whether a file was cut off at the limit. */
export interface FormFields {
  fields: Record<string, string>;
  tooBig: boolean;
}

/**
 * Reads multipart/form-data as it streams and hands each file to `take`. Resolves when all is read
 * and every `take` has resolved. A file longer than `limits.bytes` is cut off there and reported;
 * files beyond `limits.files` (10) are skipped. Throws when the form is broken.
 */
export async function readForm(
  source: Readable,
  contentType: string,
  limits: { bytes: number; files?: number },
  take: (part: FilePart) => Promise<void>,
): Promise<FormFields> {
  const parser = busboy({
    headers: { 'content-type': contentType },
    defParamCharset: 'utf8',
    limits: { fileSize: limits.bytes, files: limits.files ?? 10, fields: 50, fieldSize: 1_000_000 },
  });
  const fields: Record<string, string> = {};
  const taken: Promise<void>[] = [];
  let tooBig = false;
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (field, content, { filename }) => {
    content.on('limit', () => {
      tooBig = true;
    });
    const done = take({ field, name: filename ?? field, content });
    // The reader gets the error too; a file that is not read yet must not end the process.
    content.on('error', () => undefined);
    // The rest of the form is read although this file is refused; the refusal is thrown below.
    done.catch(() => content.resume());
    taken.push(done);
  });
  await pipeline(source, parser);
  await Promise.all(taken);
  return { fields, tooBig };
}

const unquoted =
  /^(content-disposition:form-data;name="[^"]+";filename=)([^"\r\n][^\r\n]*)(\r\ncontent-type:[^\r\n]+\r\n\r\n)$/;

/**
 * Adds the missing quotes around names of uploads. grammY writes them without, and a name with a
 * space or an accent would make strict parsers lose the file. It sends each part's head as one
 * chunk.
 */
export function withQuotedNames(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (chunk.length > 2000 || !chunk.toString('latin1', 0, 19).startsWith('content-disposition')) {
        done(null, chunk);
        return;
      }
      const head = chunk.toString('utf8');
      done(
        null,
        head.replace(
          unquoted,
          (_all, start: string, name: string, end: string) =>
            `${start}"${name.replaceAll(/["\\]/g, '_')}"${end}`,
        ),
      );
    },
  });
}
