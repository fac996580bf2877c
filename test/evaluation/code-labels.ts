import { productNumberForms } from '../../src/domain/product-number-forms.ts'
import { EvaluationProblem, readLabels } from './read-labels.ts'

/** What may stand in the column `kind`: what a picture has on it. `none`: nothing may be read. */
const KINDS = ['qr', 'ean13', 'ean8', 'upca', 'upce', 'none'] as const

/** One of the kinds of labels. */
export type CodeKind = (typeof KINDS)[number]

/** What is on a picture. */
export type CodeLabel = { file: string; kind: CodeKind; text: string }

/** The labels of a folder of pictures with codes. @throws EvaluationProblem */
export function readCodeLabels(folder: string): CodeLabel[] {
  return readLabels(folder, ['file', 'kind', 'text']).map(({ file, kind, text }, at) => {
    const known = KINDS.find((each) => each === kind)
    if (known === undefined) {
      throw new EvaluationProblem(
        `Row ${at + 2} of labels.csv has the kind "${kind}", which is none of ${KINDS.join(', ')}.`,
      )
    }
    return { file, kind: known, text: unescaped(text) }
  })
}

/** Is this what the label says? Numbers count in each of their spellings, texts whatever ends their lines. */
export function isLabelled(
  { kind, text }: CodeLabel,
  read: { symbols: string; text: string },
): boolean {
  if (kind === 'none') return false
  if (kind === 'qr') return read.symbols === 'codes' && trimmed(read.text) === trimmed(text)
  return read.symbols === 'numbers' && productNumberForms(text).includes(read.text)
}

/** Labels are trimmed by whoever wrote them; what ends a line is not what a code leads to. */
function trimmed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

function unescaped(text: string): string {
  return text.replace(/\\([n\\])/g, (_, sign) => (sign === 'n' ? '\n' : '\\'))
}
