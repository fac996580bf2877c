/** Sellers' pictures, named by the keccak256 of their bytes as the goods data has it. */
export type Pictures = {
  /** The picture, or null when we do not have it. Bytes that do not match the hash count as absent. */
  load(hash: string): Promise<Uint8Array | null>
}
