/** Text for SVG: escaped, control characters gone, cut to what fits. `most` counts full-width characters as two. */
export function svgText(text: string, most: number): string {
  return escapeXml(cut(text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim(), most))
}

function cut(text: string, most: number): string {
  let width = 0
  let kept = ''
  for (const each of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Emoji_Presentation}]/u.test(
        each,
      )
        ? 2
        : 1
    if (width > most) return `${kept.trimEnd()}…`
    kept += each
  }
  return kept
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
