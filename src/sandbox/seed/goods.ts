import { readFileSync } from 'node:fs'
import { keccak256 } from 'ethers'
import type { Goods } from '../../domain/goods.ts'
import type { Account } from '../../domain/ids.ts'
import { plainTerms, type Terms } from '../../domain/terms.ts'

/** A series of the seeded space; one of a kind has no picture. */
export type SeedSeries = { goods: Goods; terms: Terms; picture: Buffer | null }

// Google product taxonomy.
const TEA = 2073
const HONEY = 4947
const TEAPOT = 4082

/** The seeded goods; `coin` is the sandbox's stablecoin of six decimals. */
export function seedSeries(coin: Account): SeedSeries[] {
  return [
    make('longjing.jpg', {
      goods: {
        category: TEA,
        productNumber: 'LJ-100-2026',
        specification: '100 g tin, pan-fired green tea',
        production: 'Meijiawu, Hangzhou, April 2026',
        name: 'Longjing 100 g',
      },
      terms: { ...plainTerms, currency: coin, price: 12_000_000n, supply: 240 },
    }),
    make('honey.jpg', {
      goods: {
        category: HONEY,
        productNumber: 'HN-250-07',
        specification: '250 g jar, linden blossom',
        production: 'Lin family hives, July 2026',
        name: 'Linden honey 250 g',
      },
      terms: { ...plainTerms, currency: null, price: 4_000_000_000_000_000n, supply: 120 },
    }),
    {
      goods: {
        category: TEAPOT,
        productNumber: 'YX-7',
        specification: 'Yixing clay, 180 ml, one of a kind',
        production: 'Fired in Dingshu, March 2026',
        name: 'Teapot No. 7',
        description: '',
        pictureUrl: null,
        pictureHash: null,
        unitsRoot: null,
      },
      terms: { ...plainTerms, currency: null, price: 50_000_000_000_000_000n, supply: 1 },
      picture: null,
    },
  ]
}

function make(
  file: string,
  series: {
    goods: Pick<Goods, 'category' | 'productNumber' | 'specification' | 'production' | 'name'>
    terms: Terms
  },
): SeedSeries {
  const picture = readFileSync(new URL(file, import.meta.url))
  const pictureHash = keccak256(picture)
  // The bot finds the picture by its hash; the address is where the seller says that it is.
  const pictureUrl = `https://scrip.example/pictures/${pictureHash}.jpg`
  const goods = { ...series.goods, description: '', pictureUrl, pictureHash, unitsRoot: null }
  return { goods, terms: series.terms, picture }
}
