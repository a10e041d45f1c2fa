import { DoorProblem } from '../door';

/**
 * The whole body of an answer. Rejects with DoorProblem `too-large` as soon as it is longer than the
 * limit, and with an error where it ends before its announced length.
 */
export async function readBody(response: Response, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = (bytes: number) => new DoorProblem('too-large', `more than ${String(bytes)} bytes`);
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length > limitBytes) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(limitBytes);
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
