/** What stands on a printed code: the link, what it sells in two lines, and the code to type under it. Texts are ready to be shown. */
export type CodeLabel = { url: string; title: string; caption: string; code: string; hint: string }

/**
 * A card as lines for a print shop, the same as points for any printer, or a sheet of labels to cut out, as points. Each has
 * its size on paper with it.
 */
export type PrintFormat = 'png' | 'svg' | 'sheet'

/** Makes codes to print. */
export type Printer = {
  /** How many labels are on a sheet. */
  sheetLabels: number
  /** The same label always gives the same file. */
  print(label: CodeLabel, format: PrintFormat): Promise<Uint8Array>
}
