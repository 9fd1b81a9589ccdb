import { z } from 'zod';
import { checkFields, checkValue } from './check-value.ts';
import { handlers } from './methods/all.ts';
import type { Call } from './methods/handler.ts';
import { Refusal, violation } from './refusal.ts';
import { spec } from './spec.ts';
import type { World } from './world.ts';

/**
 * Carries out one call of the bot. It checks the call against the specification, acts, and checks
 * its own answer too. Throws a `Refusal` where Telegram would refuse.
 */
export async function perform(world: World, method: string, call: Call): Promise<unknown> {
  const described = spec.methods[method];
  if (!described) throw new Refusal(404, 'Not Found', { violation: true });
  const handler = handlers.get(method);
  if (!handler)
    throw new Refusal(501, `the stand-in does not know the method ${method}`, { violation: true });

  const problems = checkFields(described.fields, call.params, '', new Set(call.uploads.keys()));
  if (problems.length > 0) throw violation(problems.join('; '));
  try {
    const result = await handler(world, call);
    const wrong = checkValue(described.returns, result, 'result');
    if (wrong.length > 0) throw new Error(`the stand-in answers ${method} wrongly: ${wrong.join('; ')}`);
    return result;
  } catch (error) {
    if (error instanceof z.ZodError) throw violation(z.prettifyError(error).replaceAll('\n', ' '));
    throw error;
  }
}
