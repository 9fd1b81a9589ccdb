import type { Contact, Update } from 'grammy/types';
import { fold } from '../../forms/fold.ts';
import { canKeep } from './ask.ts';
import { type FormPress, ops, readFormData } from './buttons.ts';
import type { Form, Option, Question, Scene } from './form.ts';

/** A file that came with a message, before it is fetched. */
export interface IncomingFile {
  fileId: string;
  /** Photos have none. */
  name?: string;
  /** Bytes, when the channel says. */
  size?: number;
}

/** What an update says to a form. */
export type Input =
  | { kind: 'press'; press: FormPress }
  | { kind: 'text'; text: string }
  | { kind: 'file'; file: IncomingFile; caption?: string }
  | { kind: 'contact'; contact: Contact }
  | { kind: 'edited' }
  | { kind: 'other' };

/** Whether an update can be an answer: a form's own button, or a message that is no command. */
export function belongsToForm(update: Update): boolean {
  if (update.callback_query) return readFormData(update.callback_query.data) !== undefined;
  const text = update.message?.text;
  if (text !== undefined) return !/^\s*\/[A-Za-z]/.test(text) && !isCallForHelp(text);
  return update.message !== undefined || update.edited_message !== undefined;
}

/**
 * Words that mean a command even where a text is asked for, since they can be no answer. "Huy" without its tone is left
 * alone: it is a name.
 */
export function isCallForHelp(text: string): boolean {
  return ['hủy', 'huỷ', 'trợ giúp', 'tro giup', 'help', 'cancel'].includes(
    text.normalize('NFC').trim().toLowerCase(),
  );
}

/** Reads an update as input to a form. */
export function readInput(update: Update): Input {
  const press = readFormData(update.callback_query?.data);
  if (press) return { kind: 'press', press };
  if (update.edited_message) return { kind: 'edited' };
  const message = update.message;
  if (!message) return { kind: 'other' };
  if (message.text !== undefined) return { kind: 'text', text: message.text.normalize('NFC') };
  if (message.contact) return { kind: 'contact', contact: message.contact };
  const file = fileOf(message);
  if (file) return { kind: 'file', file, caption: message.caption?.normalize('NFC') };
  return { kind: 'other' };
}

function fileOf(message: NonNullable<Update['message']>): IncomingFile | undefined {
  if (message.document) {
    const { file_id, file_name, file_size } = message.document;
    return { fileId: file_id, name: (file_name ?? 'tep').normalize('NFC'), size: file_size };
  }
  const photo = message.photo?.at(-1);
  return photo && { fileId: photo.file_id, size: photo.file_size };
}

/** How people say that they have ended, where anything else they type would be kept as a part of the answer. */
const doneWords = new Set(
  ['xong rồi', 'đã xong', 'xong ạ', 'hết rồi', 'gửi rồi', 'đã gửi', 'ok', 'oke', 'done'].map(fold),
);

/** And that what they have just looked over is to be sent. */
const saysSend = new Set(['gửi đi', 'gửi luôn', 'gửi ạ', 'đồng ý', 'send'].map(fold));

/** "xong rồi", "hết rồi", "ok". */
export function saysDone(text: string): boolean {
  return doneWords.has(fold(text));
}

function collectsWords({ answer: { kind } }: Question): boolean {
  return kind === 'paragraphs' || kind === 'ticks';
}

/** A typed label of one of the form's own buttons counts as pressing it: "Bỏ qua", "quay lai", "xong". */
export function typedButton(
  text: string,
  form: Form,
  question: Question,
  scene: Scene,
  options: Option[],
): FormPress | undefined {
  const typed = fold(text);
  const is = (key: string) => fold(scene.t(key)) === typed;
  const press = (op: FormPress['op'], value = ''): FormPress => ({
    draftId: scene.draft.id,
    question: question.key,
    op,
    value,
  });
  if (question.answer.kind === 'choice' || question.answer.kind === 'text') {
    const option = options.find((o) => fold(o.label) === typed);
    if (option) return press(ops.choose, option.value);
  }
  if (question.answer.kind === 'confirm') {
    const send = fold(question.answer.sendLabel(scene));
    if (send === typed || saysSend.has(typed) || (typed !== '' && send.startsWith(`${typed} `)))
      return press(ops.choose, 'send');
    if (is('form-edit') && question.answer.editable) return press(ops.edit);
    if (is('form-cancel')) return press(ops.cancel);
  }
  if (question.answer.kind === 'ticks' && is('form-remove-own')) return press(ops.remove);
  if (question.answer.kind === 'files' && is('form-remove-file')) return press(ops.remove);
  if (is('form-back')) return press(ops.back);
  if (is('form-skip')) return press(ops.skip);
  if (is('form-save') && form.savable !== false) return press(ops.save);
  if (is('form-done') || (collectsWords(question) && saysDone(text))) return press(ops.done);
  if (is('form-keep') && canKeep(question, scene, options)) return press(ops.keep);
  return undefined;
}
