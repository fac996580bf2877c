/** What stands on a printed code: the link, what it sells in two lines, and the code to type under it. Texts are ready to be shown. */
export type CodeLabel = { url: string; title: string; caption: string; code: string; hint: string }

/** Makes codes to print. */
export type Printer = {
  /** Lines for a print shop, or points in a size that any printer does. The same label always gives the same file. */
  print(label: CodeLabel, format: 'png' | 'svg'): Promise<Uint8Array>
}
