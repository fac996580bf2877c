import { id } from 'ethers'

const MOST = 24

/**
 * A product number made from a name, for sellers who have none of their own: its letters and digits, or, where it has none
 * that a label printer knows, a short number that follows from it.
 */
export function proposeNumber(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MOST)
    .replace(/-$/, '')
  return /[A-Z]/.test(plain) ? plain : `P-${id(name).slice(2, 8).toUpperCase()}`
}
