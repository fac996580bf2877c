import { readFileSync } from 'node:fs'
import { keccak256 } from 'ethers'
import sharp from 'sharp'
import type { Goods } from '../../domain/goods.ts'
import type { Account } from '../../domain/ids.ts'
import { presetTerms } from '../../domain/preset-terms.ts'
import { plainTerms, type Terms } from '../../domain/terms.ts'

/** A series of the seeded space; one of a kind has no picture. What is not posted in the group is found in the space. */
export type SeedSeries = {
  goods: Goods
  terms: Terms
  picture: Buffer | null
  isPosted: boolean
}

// Google product taxonomy.
const TEA = 2073
const HONEY = 4947
const TEAPOT = 652
const TEA_SET = 6049

const DAY_MS = 86_400_000
const QUALITY = 84

/** What goods may have besides. */
const noMore = { description: '', pictureUrl: null, pictureHash: null, unitsRoot: null } as const

/**
 * The seeded goods; `coin` is the sandbox's stablecoin of six decimals, `arbiter` rules on disputes about what is ordered
 * before it is made. Three are posted, a shop counter's; the other two are sent.
 */
export async function seedSeries(
  coin: Account,
  arbiter: Account,
  today = Math.floor(Date.now() / DAY_MS),
): Promise<SeedSeries[]> {
  return [
    await make('gaiwan.svg', {
      goods: {
        category: TEA_SET,
        productNumber: 'GW-120',
        specification: 'Gaiwan, white porcelain, 120 ml',
        production: 'Jingdezhen, May 2026',
        name: 'Gaiwan, sent',
      },
      terms: presetTerms('ships', { price: 18_000_000n, supply: 60, currency: coin, today }),
    }),
    await make('cake.svg', {
      goods: {
        category: TEA,
        productNumber: 'PE-357',
        specification: 'Pu-erh cake, 357 g, of the coming spring',
        production: 'Yiwu, Yunnan; to be pressed next spring',
        name: 'Spring cake 357 g',
      },
      terms: presetTerms('pre-order', {
        price: 30_000_000n,
        supply: 100,
        currency: coin,
        today,
        arbiter,
      }),
    }),
    await make('longjing.jpg', {
      isPosted: true,
      goods: {
        category: TEA,
        productNumber: 'LJ-100-2026',
        specification: '100 g tin, pan-fired green tea',
        production: 'Meijiawu, Hangzhou, April 2026',
        name: 'Longjing 100 g',
      },
      terms: { ...plainTerms, currency: coin, price: 12_000_000n, supply: 240 },
    }),
    await make('honey.jpg', {
      isPosted: true,
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
        ...noMore,
      },
      terms: { ...plainTerms, currency: null, price: 50_000_000_000_000_000n, supply: 1 },
      picture: null,
      isPosted: true,
    },
  ]
}

type Sold = {
  goods: Pick<Goods, 'category' | 'productNumber' | 'specification' | 'production' | 'name'>
  terms: Terms
  isPosted?: boolean
}

async function make(file: string, { goods, terms, isPosted = false }: Sold): Promise<SeedSeries> {
  const picture = await pictureIn(file)
  const pictureHash = keccak256(picture)
  // The bot finds the picture by its hash; the address is where the seller says that it is.
  const pictureUrl = `https://scrip.example/pictures/${pictureHash}.jpg`
  return { goods: { ...goods, ...noMore, pictureUrl, pictureHash }, terms, picture, isPosted }
}

/** As JPEG, which is what a seller's phone makes. */
async function pictureIn(file: string): Promise<Buffer> {
  const bytes = readFileSync(new URL(file, import.meta.url))
  return file.endsWith('.jpg') ? bytes : sharp(bytes).jpeg({ quality: QUALITY }).toBuffer()
}
