/** A time of day as phones write it. */
export function clock(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  })
}

/** A day as chats head it: "24 November". */
export function day(at: number, language: string): string {
  return new Date(at).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    day: 'numeric',
    month: 'long',
  })
}

/** An account or hash cut short in the middle. */
export function short(text: string, head = 6, tail = 4): string {
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`
}

/** An amount with its unit, cut to a few decimals: "0.999721116205100665 ETH" → "0.9997 ETH". */
export function brief(amount: string, decimals = 4): string {
  return amount.replace(/(\d+)\.(\d+)/, (_whole, whole: string, part: string) => {
    const kept = part.slice(0, decimals).replace(/0+$/, '')
    return kept === '' ? whole : `${whole}.${kept}`
  })
}

/** The size of a file: "840 B", "12 KB". */
export function fileSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`
}

/** One of six hues, always the same for the same id. */
export function hueOf(id: number): number {
  return Math.abs(id % 6)
}

/** The first two letters of a name's words, or its first two signs. */
export function initials(name: string): string {
  const words = name.split(/[\s&]+/).filter((word) => word !== '')
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => Array.from(word)[0] ?? '') : []
  return (letters.join('') || Array.from(name).slice(0, 1).join('')).toUpperCase()
}
