import { z } from 'zod';
import { locales } from '../i18n.ts';
import { isSigned, sign } from './signature.ts';

const content = z.object({
  /** Channel and chat that are told of arrived files. */
  c: z.string(),
  t: z.int(),
  /**
   * Draft, its `rev` when the question was asked, maximum number of files, the bot's callback data.
   */
  d: z.int(),
  r: z.int(),
  m: z.int(),
  /** The part of the draft; release 0.1.0 wrote none. */
  p: z.string().optional(),
  a: z.string(),
  l: z.enum(locales),
  /** Seconds since 1970. */
  e: z.int(),
});

/** A link to the page that takes files for one draft and one question. */
export interface UploadToken {
  channel: string;
  chatId: number;
  draftId: number;
  rev: number;
  max: number;
  part?: string | undefined;
  arrived: string;
  locale: (typeof locales)[number];
  /** Seconds since 1970. */
  expires: number;
}

/** Writes a token: `content.signature`. */
export function writeUploadToken(key: Buffer, token: UploadToken): string {
  const json: z.infer<typeof content> = {
    c: token.channel,
    t: token.chatId,
    d: token.draftId,
    r: token.rev,
    m: token.max,
    ...(token.part !== undefined && { p: token.part }),
    a: token.arrived,
    l: token.locale,
    e: token.expires,
  };
  const text = Buffer.from(JSON.stringify(json)).toString('base64url');
  return `${text}.${sign(key, 'upload', text)}`;
}

/** Reads a token; undefined when a letter of it was changed. The caller checks the expiry. */
export function readUploadToken(key: Buffer, token: string): UploadToken | undefined {
  const [text = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !isSigned(key, 'upload', text, signature)) return undefined;
  const read = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  if (!read.success) return undefined;
  const { c, t, d, r, m, p, a, l, e } = read.data;
  return { channel: c, chatId: t, draftId: d, rev: r, max: m, part: p, arrived: a, locale: l, expires: e };
}
