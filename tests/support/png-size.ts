/** Reads the size of a PNG from its head; undefined for other bytes. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
