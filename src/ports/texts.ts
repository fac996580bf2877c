/** Values for the places in a text. Amounts come formatted, as strings. */
export type Arguments = Record<string, string | number>

/** The texts of one language. Texts for people live in `locales/` only. */
export type Texts = {
  /** The language's BCP 47 tag. */
  readonly locale: string
  /** For buttons, toasts and pictures. @throws Error for an unknown id or a missing value. */
  plain(id: string, args?: Arguments): string
  /** For messages: the text may hold Telegram's HTML, the values are escaped. */
  html(id: string, args?: Arguments): string
}
