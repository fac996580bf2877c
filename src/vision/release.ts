/**
 * Gives the memory of bytes back at once; nobody may look at them any more. Pictures are most of what a process of ours holds,
 * and the garbage collector, which does not see how large they are, would come late. A part of a larger piece is left to it.
 */
export function release(bytes: Uint8Array<ArrayBuffer>): void {
  if (bytes.byteLength === bytes.buffer.byteLength) bytes.buffer.transfer(0)
}
