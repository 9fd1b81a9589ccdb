import { DomainError } from '../../errors.ts';
import { countDraftFiles } from '../../exemplars/attachments.ts';
import type { Answers } from '../../forms/draft.ts';
import { closeDraft, saveDraft } from '../../forms/draft.ts';
import { looksLikeIdentityNumber } from '../../forms/parse/identity-number.ts';
import { lengthOf, normalise } from '../../forms/parse/normalise.ts';
import type { BotContext } from '../context.ts';
import { questionButtons } from './ask.ts';
import { formData, ops, rowsOf } from './buttons.ts';
import { dropDraft, goOn, keepDraft } from './draft-presses.ts';
import type { Effect, Form, Maybe, Option, Question, Read, Reply, Scene } from './form.ts';
import { type Input, readInput, typedButton } from './input.ts';
import { patched, previousAnswer, questionBefore, ticksOf } from './position.ts';
import { receiveFile } from './receive-file.ts';
import { reviewLines } from './review-screen.ts';

/** What an update did to the form: `moved` on (ask what is next), `stay` (the person was told), `over`. */
export type Outcome = 'moved' | 'stay' | 'over';

/** Takes an update as the answer to `question`, tells the person what they need to know, and saves. */
export async function takeAnswer(
  ctx: BotContext,
  form: Form,
  scene: Scene,
  question: Question,
): Promise<Outcome> {
  const input = readInput(ctx.update);
  const options =
    'options' in question.answer && question.answer.options ? await question.answer.options(scene) : [];
  const step = new Step(ctx, form, scene, question, options);
  if (input.kind === 'text') {
    const press = typedButton(input.text, question, scene, options);
    if (press) return step.press(press.op, press.value);
  }
  if (input.kind === 'press') return step.press(input.press.op, input.press.value);
  return step.message(input);
}

/** One question and one update: the ways in which they can meet. */
class Step {
  private readonly ctx: BotContext;
  private readonly form: Form;
  private readonly scene: Scene;
  private readonly question: Question;
  private readonly options: Option[];

  constructor(ctx: BotContext, form: Form, scene: Scene, question: Question, options: Option[]) {
    this.ctx = ctx;
    this.form = form;
    this.scene = scene;
    this.question = question;
    this.options = options;
  }

  async press(op: string, value: string): Promise<Outcome> {
    const { scene, question } = this;
    switch (op) {
      case ops.choose:
        return this.choose(value);
      case ops.tick:
        return this.tick(value);
      case ops.page: {
        const page = Number.parseInt(value, 10) || 0;
        await this.ctx.editMessageReplyMarkup({
          reply_markup: { inline_keyboard: await questionButtons(this.form, scene, question, page) },
        });
        return 'stay';
      }
      case ops.done:
        return this.done();
      case ops.skip:
        return question.optional ? this.save({ [question.key]: null }) : this.bad('form-not-optional');
      case ops.keep:
        return this.answered(previousAnswer(scene, question));
      case ops.back: {
        const before = questionBefore(this.form, scene, question);
        return this.save({}, before?.key ?? null);
      }
      case ops.save:
        await this.ctx.say({
          text: scene.html('form-saved', { title: this.form.title(scene) }),
          buttons: [[{ text: scene.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }]],
        });
        return 'over';
      case ops.cancel:
        await this.ctx.say(askDiscard(scene, this.form));
        return 'stay';
      case ops.edit:
        await this.ctx.say(this.editList());
        return 'stay';
      case ops.goto:
        return this.save({}, value);
      default:
        return 'moved';
    }
  }

  async message(input: Input): Promise<Outcome> {
    const answer = this.question.answer;
    if (input.kind === 'edited') return this.bad('form-edited-message');
    if (input.kind === 'file') {
      if (answer.kind === 'files') return this.receive(input, answer.max);
      return this.bad('form-no-file-here');
    }
    if (input.kind === 'contact' && answer.kind === 'phone')
      return this.read(input.contact.phone_number, answer.read);
    if (input.kind !== 'text') return this.bad('form-not-understood');
    // Never collected, so never kept, however it comes (domain, "Personal data").
    if (answer.kind !== 'phone' && looksLikeIdentityNumber(input.text))
      return this.bad('form-no-identity-number');

    switch (answer.kind) {
      case 'text':
      case 'phone':
        return this.read(input.text, answer.read);
      case 'paragraphs':
        return this.addParagraph(input.text, answer.max);
      case 'ticks':
        if (!answer.own) return this.bad('form-choose-button');
        return this.save(
          { [answer.own]: input.text.trim().slice(0, 2000) },
          this.question.key,
          'form-own-added',
        );
      case 'files':
        return this.bad('form-send-file');
      default:
        return this.bad('form-choose-button');
    }
  }

  private async choose(value: string): Promise<Outcome> {
    if (this.question.answer.kind === 'confirm') return this.save({ [this.question.key]: value });
    const option = this.options.find((o) => o.value === value);
    if (!option) return this.bad('form-choose-button');
    if (!option.act) return this.answered(value);
    return this.effect(await option.act(this.scene));
  }

  private async effect(effect: Effect): Promise<Outcome> {
    if (effect.discard) {
      await closeDraft(this.scene.house.db.pool, this.scene.draft.id, 'discarded', this.scene.now);
      await this.ctx.say(effect.say ?? { text: this.scene.html('form-discarded') });
      return 'over';
    }
    if (effect.say) await this.ctx.say(effect.say);
    return effect.set ? this.save(effect.set) : 'stay';
  }

  private async tick(value: string): Promise<Outcome> {
    const { question, scene } = this;
    const [page = '0', code = ''] = value.split('.', 2);
    if (!this.options.some((o) => o.value === code)) return this.bad('form-choose-button');
    const key = `~${question.key}`;
    const before = ticksOf(scene, question);
    const ticks = before.includes(code) ? before.filter((t) => t !== code) : [...before, code];
    const saved = await this.write({ [key]: ticks }, question.key);
    if (!saved) return 'moved';
    await this.ctx.editMessageReplyMarkup({
      reply_markup: { inline_keyboard: await questionButtons(this.form, saved, question, Number(page) || 0) },
    });
    return 'stay';
  }

  private async done(): Promise<Outcome> {
    const { question, scene } = this;
    const answer = question.answer;
    const partial = scene.answers[`~${question.key}`];
    if (answer.kind === 'paragraphs') {
      const text = typeof partial === 'string' ? partial : previousAnswer(scene, question);
      const have = typeof text === 'string' ? lengthOf(text) : 0;
      if (have < answer.min) {
        return this.bad('form-text-too-short', { min: answer.min, have });
      }
      return this.answered(text);
    }
    if (answer.kind === 'ticks') {
      const ticks = ticksOf(scene, question);
      const own = answer.own ? scene.answers[answer.own] : undefined;
      if (answer.atLeastOne && ticks.length === 0 && !own) return this.bad('form-tick-one');
      return this.answered(ticks);
    }
    if (answer.kind === 'files') {
      const count = await countDraftFiles(scene.house.db, scene.draft.id);
      if (count < answer.min) return this.bad('form-send-file');
      return this.answered(count);
    }
    return this.bad('form-choose-button');
  }

  private async read(text: string, read: (text: string, scene: Scene) => Maybe<Read>): Promise<Outcome> {
    const result = await read(text, this.scene);
    if (result.ok) return this.answered(result.value);
    await this.ctx.say({ text: result.say });
    return 'stay';
  }

  private async addParagraph(text: string, max: number): Promise<Outcome> {
    const { question, scene } = this;
    const before = scene.answers[`~${question.key}`];
    const whole = normalise(typeof before === 'string' ? `${before}\n${text}` : text);
    const have = lengthOf(whole);
    if (have > max) return this.bad('form-text-too-long', { max, have });
    const saved = await this.write({ [`~${question.key}`]: whole }, question.key);
    if (!saved) return 'moved';
    await this.ctx.say({
      text: scene.html('form-text-added', { have, max }),
      buttons: rowsOf([
        { text: scene.t('form-done'), callback_data: formData(scene.draft.id, question.key, ops.done) },
        { text: scene.t('form-save'), callback_data: formData(scene.draft.id, question.key, ops.save) },
      ]),
    });
    return 'stay';
  }

  private async receive(input: Extract<Input, { kind: 'file' }>, max: number): Promise<Outcome> {
    const { question, scene } = this;
    try {
      const received = await receiveFile(this.ctx, scene, input.file, max);
      await this.ctx.say({
        text: scene.html('form-file-arrived', { name: received.name, n: received.count, max }),
        buttons: [
          [{ text: scene.t('form-done'), callback_data: formData(scene.draft.id, question.key, ops.done) }],
        ],
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.ctx.say({ text: scene.html(`error-${error.code}`, error.args) });
    }
    return 'stay';
  }

  /** The question has its answer: the form goes on. */
  private async answered(value: unknown): Promise<Outcome> {
    const { question, scene } = this;
    const more = value === undefined ? {} : await question.saved?.(value, scene);
    return this.save({ [`~${question.key}`]: undefined, ...more, [question.key]: value });
  }

  private async save(patch: Answers, cursor: string | null = null, sayKey?: string): Promise<Outcome> {
    const saved = await this.write(patch, cursor);
    if (saved && sayKey) {
      await this.ctx.say({
        text: saved.html(sayKey),
        buttons: [
          [
            {
              text: saved.t('form-done'),
              callback_data: formData(saved.draft.id, this.question.key, ops.done),
            },
          ],
        ],
      });
      return 'stay';
    }
    return 'moved';
  }

  /** Undefined when the draft has moved on elsewhere meanwhile: the person is then shown where it is. */
  private async write(patch: Answers, cursor: string | null): Promise<Scene | undefined> {
    const { scene } = this;
    const answers = patched(scene.answers, patch);
    const draft = await saveDraft(scene.house.db.pool, scene.draft, {
      answers,
      cursor,
      updateKey: scene.turn.updateKey,
      at: scene.now,
    });
    return draft && { ...scene, draft, answers };
  }

  private async bad(key: string, args: Record<string, string | number> = {}): Promise<Outcome> {
    await this.ctx.say({ text: this.scene.html(key, args) });
    return 'stay';
  }

  private editList(): Reply {
    const { scene, question, form } = this;
    const lines = reviewLines(form, scene);
    return {
      text: scene.html('form-edit-which'),
      buttons: [
        ...rowsOf(
          lines.map((line) => ({
            text: line.question.label(scene),
            callback_data: formData(scene.draft.id, question.key, ops.goto, line.question.key),
          })),
        ),
        [{ text: scene.t('form-back'), callback_data: formData(scene.draft.id, question.key, ops.again) }],
      ],
    };
  }
}

/** Keep the draft or throw it away: asked before anything is thrown away. */
export function askDiscard(scene: Scene, form: Form): Reply {
  return {
    text: scene.html('draft-discard-ask', { title: form.title(scene) }),
    buttons: [
      [{ text: scene.t('draft-keep'), callback_data: keepDraft.data(scene.draft.id) }],
      [{ text: scene.t('draft-discard'), callback_data: dropDraft.data(scene.draft.id) }],
    ],
  };
}
