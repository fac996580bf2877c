import type { MessageView } from '../../../telegram/types.ts'
import type { Translate } from '../core/translate.ts'
import { serviceText } from './service-text.ts'

/** A message in one line. */
export function messageSummary(t: Translate, message: MessageView): string {
  if (message.service !== null) return serviceText(t, message)
  const text = message.text.replace(/\s+/g, ' ').trim()
  if (text !== '') return text
  return message.photo === null ? (message.file?.name ?? t('file')) : t('photo')
}
