import type { Contact, Update } from 'grammy/types';
import { readingsOf, saysWords } from '../../text/courtesy.ts';
import { type MessageKind, readKind } from '../core/message-kind.ts';
import { readButtonWords, saysDone } from './button-words.ts';
import { type FormPress, ops, readFormData } from './buttons.ts';
import type { Asked, IncomingFile } from './form.ts';
import { canKeep } from './position.ts';

/** The content of an update for a form. */
export type Input =
  | { kind: 'press'; press: FormPress }
  | { kind: 'text'; text: string }
  | { kind: 'file'; file: IncomingFile; caption?: string }
  | { kind: 'contact'; contact: Contact }
  | { kind: 'edited'; text?: string }
  | { kind: 'other'; sent: MessageKind };

/**
 * Tells whether an update can be an answer: a form's own button, or a message that is not a
 * command.
 */
export function belongsToForm(update: Update): boolean {
  if (update.callback_query) return readFormData(update.callback_query.data) !== undefined;
  const message = update.message ?? update.edited_message;
  const text = message?.text;
  if (text !== undefined) return !/^\s*\/\p{L}/u.test(text) && !isCallForHelp(text);
  return message !== undefined && readKind(message) !== 'service';
}

const helpWords = new Set(['hủy', 'huỷ', 'hủy bỏ', 'trợ giúp', 'tro giup', 'help', 'cancel']);

/**
 * Tells whether words mean a command even where a text is expected, since they cannot be an answer.
 * "Huy" without its tone is not included: it is a name.
 */
export function isCallForHelp(text: string): boolean {
  return readingsOf(text).some((reading) => helpWords.has(reading.toLowerCase()));
}

/** Reads an update as input to a form. */
export function readInput(update: Update): Input {
  const press = readFormData(update.callback_query?.data);
  if (press) return { kind: 'press', press };
  if (update.edited_message) return { kind: 'edited', text: update.edited_message.text?.normalize('NFC') };
  const message = update.message;
  if (!message) return { kind: 'other', sent: 'unread' };
  const sent = readKind(message);
  if (sent === 'sticker') return { kind: 'other', sent };
  if (message.text !== undefined) return { kind: 'text', text: message.text.normalize('NFC') };
  if (message.contact) return { kind: 'contact', contact: message.contact };
  const file = fileOf(message);
  if (file) return { kind: 'file', file, caption: message.caption?.normalize('NFC') };
  return { kind: 'other', sent };
}

function fileOf(message: NonNullable<Update['message']>): IncomingFile | undefined {
  if (message.document) {
    const { file_id, file_name, file_size } = message.document;
    return { fileId: file_id, name: (file_name ?? 'tep').normalize('NFC'), size: file_size };
  }
  const photo = message.photo?.at(-1);
  return photo && { fileId: photo.file_id, size: photo.file_size };
}

/**
 * Reads the typed label of one of a question's own buttons as its press: "Bỏ qua", "quay lai",
 * "xong".
 */
export function typedButton(text: string, asked: Asked): Pick<FormPress, 'op' | 'value'> | undefined {
  const { form, question, scene } = asked;
  const own = question.answer.named?.(text, asked);
  if (own) return own;
  const is = (key: string) => saysWords(text, scene.t(key));
  const press = (op: FormPress['op']) => ({ op, value: '' });
  if (is('form-back')) return press(ops.back);
  if (is('form-skip')) return press(ops.skip);
  if (is('form-save') && form.savable !== false) return press(ops.save);
  if (is('form-done') || (question.answer.doneByWords && saysDone(text))) return press(ops.done);
  if (is('form-keep') && canKeep(asked)) return press(ops.keep);
  return otherWords(text, asked);
}

/** "Câu trước", "mai làm tiếp". Where no draft can be saved, "để sau" skips what may be skipped. */
function otherWords(text: string, { form, question }: Asked): Pick<FormPress, 'op' | 'value'> | undefined {
  const op = readButtonWords(text);
  if (op !== ops.save || form.savable !== false) return op && { op, value: '' };
  return question.optional ? { op: ops.skip, value: '' } : undefined;
}
