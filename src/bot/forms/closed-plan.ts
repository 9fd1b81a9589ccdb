import { DomainError } from '../../errors.ts';
import { sayRefusal } from '../core/refusal.ts';
import { askDrop } from './draft-presses.ts';
import type { Form, Reply, Scene } from './form.ts';

/**
 * Builds the reply for an open draft whose plan has closed. Its answers are kept, and cannot be
 * sent. Undefined where the form can be filled in.
 */
export function closedPlanReply({ form, scene }: { form: Form; scene: Scene }): Reply | undefined {
  const planId = form.planOf?.(scene.subject);
  const plan = planId === undefined ? undefined : scene.house.plans.find(planId);
  if (!plan?.closed || form.onlyReads || scene.draft.state !== 'open') return undefined;
  return {
    text: sayRefusal(scene, new DomainError('plan-closed', { plan: plan.code })),
    buttons: [[{ text: scene.t('draft-discard'), callback_data: askDrop.data(scene.draft.id) }]],
  };
}
