import { isTemporary, readRefusal } from './api.ts';
import { nextTimestamp } from './sender.ts';
import { language, text } from './texts.ts';
import type { WireMessage } from './wire.ts';

/** A file that is being uploaded. */
export interface FileUpload {
  key: string;
  /** When the person chose it, as the items of the outbox. */
  at: number;
  file: File;
  /** From 0 to 1. */
  progress: number;
  state: 'waiting' | 'going' | 'paused' | 'failed';
  reason?: string;
  /** Whether another attempt would be refused again. */
  hopeless?: boolean;
}

/** The files of a chat that are being uploaded. */
export interface UploadQueue {
  add(files: Iterable<File>): void;
  retry(key: string): void;
  giveUp(key: string): void;
  /** Continues where an earlier message no longer stands in the way. */
  wake(): void;
  stop(): void;
}

/** Maximum file size in bytes that the server accepts. */
const largest = 20_000_000;

/**
 * Uploads files one after the other, each with one key until it has arrived. Without a connection
 * it waits, then begins that file again. Uploads live as long as the page: a reload asks first.
 * `mayGo` tells whether nothing earlier than a file is still on its way elsewhere.
 */
export function startUploads(
  chatId: number,
  changed: (uploads: FileUpload[]) => void,
  arrived: (message: WireMessage) => void,
  mayGo: (at: number) => boolean,
): UploadQueue {
  let all: FileUpload[] = [];
  let going: XMLHttpRequest | undefined;
  let retry: number | undefined;

  const set = (key: string, change: Partial<FileUpload>) => {
    all = all.map((one) => (one.key === key ? { ...one, ...change } : one));
    changed(all);
  };
  const remove = (key: string) => {
    all = all.filter((one) => one.key !== key);
    changed(all);
  };
  const resume = () => {
    clearTimeout(retry);
    for (const { key, state } of all) if (state === 'paused') set(key, { state: 'waiting' });
    next();
  };
  const next = () => {
    const upload = all.find(({ state }) => state === 'waiting');
    if (going || !upload || !mayGo(upload.at)) return;
    set(upload.key, { state: 'going', progress: 0 });
    const request = new XMLHttpRequest();
    going = request;
    request.open('POST', `/api/chats/${chatId}/files?key=${upload.key}`);
    request.setRequestHeader('x-requested-with', 'page');
    request.setRequestHeader('accept-language', language);
    request.upload.onprogress = ({ loaded, total }) => set(upload.key, { progress: loaded / total });
    const ended = (after: () => void) => {
      if (going !== request) return;
      going = undefined;
      after();
      next();
    };
    const failed = (error: Error) =>
      ended(() => {
        if (isTemporary(error)) {
          set(upload.key, { state: 'paused', progress: 0 });
          retry = window.setTimeout(resume, 5_000);
        } else {
          set(upload.key, { state: 'failed', reason: error.message });
        }
      });
    request.onload = async () => {
      if (request.status !== 200) {
        failed(await readRefusal(request.status, () => JSON.parse(request.responseText)));
        return;
      }
      ended(() => {
        arrived(JSON.parse(request.responseText));
        remove(upload.key);
      });
    };
    request.onerror = () => failed(new Error('no signal'));
    const form = new FormData();
    form.append('file', upload.file, upload.file.name.normalize('NFC'));
    request.send(form);
  };
  const ask = (event: BeforeUnloadEvent) => {
    if (all.length > 0) event.preventDefault();
  };
  addEventListener('online', resume);
  addEventListener('beforeunload', ask);

  return {
    add(files) {
      for (const file of files) {
        const upload: FileUpload = {
          ...{ key: crypto.randomUUID(), at: nextTimestamp() },
          ...{ file, progress: 0, state: 'waiting' },
        };
        const reason =
          file.size > largest
            ? text('page-error-too-big')
            : file.size === 0
              ? text('page-error-empty-file')
              : '';
        all = [...all, reason ? { ...upload, state: 'failed', reason, hopeless: true } : upload];
      }
      changed(all);
      next();
    },
    retry(key) {
      set(key, { state: 'waiting', reason: undefined });
      next();
    },
    giveUp(key) {
      const given = all.find((one) => one.key === key);
      remove(key);
      if (given?.state !== 'going') return;
      // Nothing waits for a file that is given up.
      const last = going;
      going = undefined;
      last?.abort();
      next();
    },
    wake: next,
    stop() {
      clearTimeout(retry);
      removeEventListener('online', resume);
      removeEventListener('beforeunload', ask);
      const last = going;
      going = undefined;
      last?.abort();
    },
  };
}
