import { id } from 'ethers'

/**
 * The salt under which a draft is published: always the same, so that what was published from it is found again, and the
 * contract itself refuses to publish exactly this twice.
 */
export function draftSalt(draft: string): string {
  return id(`draft:${draft}`)
}
