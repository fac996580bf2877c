/** The categories of goods: numbers of the Google product taxonomy, their names, and how words lead to them. */
export type Taxonomy = {
  /** The category's own name; null when there is no such number. In English where the language has none. */
  nameOf(id: number, locale: string): string | null
  /** The name with what it stands under, the widest first; null when there is no such number. */
  pathOf(id: number, locale: string): string | null
  /**
   * The category itself, then what it stands under, up to the widest. A number that is no category stands under nothing and
   * is alone.
   */
  lineOf(id: number): number[]
  /** The category that the words most likely mean; null when they say too little. */
  guess(words: string): number | null
  /** Categories that the words may mean, the likeliest first; a number is taken as itself. */
  find(words: string, limit: number): number[]
  /** Is it nothing that can be held in a hand, so that it may not be sold here? */
  isDigital(id: number): boolean
}
