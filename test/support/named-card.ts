import type { Card } from '../../src/domain/card.ts'

/**
 * One card, and where it belongs. Posts are read by people who have no bot in front of them; what passes by itself, or says
 * in words what to do, needs no button.
 */
export type NamedCard = { name: string; card: Card; place: 'chat' | 'post' | 'passing' }
