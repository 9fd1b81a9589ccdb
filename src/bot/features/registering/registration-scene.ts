import type { RegistrationSubject } from '../../../exemplars/mending.ts';
import type { Question, Scene } from '../../forms/form.ts';

/** A scene of the registration form. */
export type RegistrationScene = Scene<RegistrationSubject>;

/** A question of the registration form. */
export type RegistrationQuestion<Value = unknown> = Question<Value, RegistrationSubject>;
