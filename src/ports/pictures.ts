/** Sellers' pictures, named by the keccak256 of their bytes as the goods data has it. */
export type Pictures = {
  /** The picture, or null when we do not have it. Bytes that do not match the hash count as absent. */
  load(hash: string): Promise<Uint8Array | null>
}

/** Pictures that can also be kept. */
export type PictureStore = Pictures & {
  /** Is there such a picture? Says nothing of its bytes, and is quick. */
  has(hash: string): Promise<boolean>
  /** Keeps a picture and tells its hash. The same bytes are kept once, however often they come. */
  save(bytes: Uint8Array): Promise<string>
  /** Forgets a picture; one that is not there does no harm. */
  remove(hash: string): Promise<void>
}
