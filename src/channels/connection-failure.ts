/** Errors before anything was sent: the request was certainly not carried out. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * Reads an error of `fetch`: a short description without the address, which holds the token.
 * `left`: the request may have reached the server.
 */
export function readFailure(error: unknown): { why: string; left: boolean } {
  if (!(error instanceof Error)) return { why: 'unknown', left: true };
  const { cause } = error;
  const causes: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  for (const one of causes) {
    if (!(one instanceof Error && 'code' in one && typeof one.code === 'string')) continue;
    const connecting = 'syscall' in one && one.syscall === 'connect';
    return { why: one.code, left: !connecting && !neverLeft.has(one.code) };
  }
  return { why: error.name, left: true };
}
