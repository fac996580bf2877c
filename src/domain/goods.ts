import { AbiCoder, keccak256, ZeroHash } from 'ethers'

/**
 * What each right of a series stands for; on chain before any link to it exists. Category, product number, specification
 * and production information are always there.
 */
export type Goods = {
  /** A number of the Google product taxonomy. */
  category: number
  productNumber: string
  specification: string
  /** Who made it, where, when: as the seller says it. */
  production: string
  name: string
  description: string
  /** https:// or ipfs://. */
  pictureUrl: string | null
  /** keccak256 of the picture's bytes: says whether the picture behind the URL is the one. */
  pictureHash: string | null
  /** Commits to the serial numbers of single units (leaf n = serial n). */
  unitsRoot: string | null
}

/** Goods as the contract's ABI takes them, field by field in its order. */
export type GoodsTuple = readonly [
  category: number,
  productNumber: string,
  specification: string,
  production: string,
  name: string,
  description: string,
  pictureUrl: string,
  pictureHash: string,
  unitsRoot: string,
]

/** The ABI type of {@link GoodsTuple}. */
export const GOODS_ABI = 'tuple(uint32,string,string,string,string,string,string,bytes32,bytes32)'

/** The most characters of each text. The contract has no such limits; cards and pages do. */
export const goodsLengths = {
  productNumber: 64,
  specification: 300,
  production: 300,
  name: 100,
  description: 1000,
  pictureUrl: 300,
} as const

/** The most bytes of name and product number: the contract inscribes them with a length of one byte. */
const MAX_INSCRIBED_BYTES = 255

/** For the ABI. */
export function goodsToTuple(goods: Goods): GoodsTuple {
  return [
    goods.category,
    goods.productNumber,
    goods.specification,
    goods.production,
    goods.name,
    goods.description,
    goods.pictureUrl ?? '',
    goods.pictureHash ?? ZeroHash,
    goods.unitsRoot ?? ZeroHash,
  ]
}

/** From the ABI: any sequence of the nine fields. Texts are as the seller published them and must be escaped where shown. */
export function goodsFromTuple(tuple: Iterable<unknown>): Goods {
  const fields = [...tuple]
  const text = (at: number) => String(fields[at])
  const hash = (at: number) => (text(at) === ZeroHash ? null : text(at).toLowerCase())
  return {
    category: Number(fields[0]),
    productNumber: text(1),
    specification: text(2),
    production: text(3),
    name: text(4),
    description: text(5),
    pictureUrl: text(6) === '' ? null : text(6),
    pictureHash: hash(7),
    unitsRoot: hash(8),
  }
}

/** The hash of the goods data that the series id binds. */
export function goodsHash(goods: Goods): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode([GOODS_ABI], [goodsToTuple(goods)]))
}

/** A field that a client should not publish as it is: missing, too long, with control characters, or a bad URL or hash. */
export type GoodsProblem = keyof Goods

/** Everything wrong with goods data, stricter than the contract. Empty when it may be published. */
export function checkGoods(goods: Goods): GoodsProblem[] {
  const isText = (field: keyof typeof goodsLengths) =>
    isClean(goods[field] ?? '') && (goods[field] ?? '').length <= goodsLengths[field]
  const isThere = (field: keyof typeof goodsLengths) =>
    isText(field) && (goods[field] ?? '').trim() !== ''
  const isHash = (hash: string | null) => hash === null || /^0x[0-9a-f]{64}$/.test(hash)
  const checks: readonly (readonly [GoodsProblem, boolean])[] = [
    [
      'category',
      Number.isInteger(goods.category) && goods.category > 0 && goods.category < 2 ** 32,
    ],
    ['productNumber', isThere('productNumber') && isInscribable(goods.productNumber)],
    ['specification', isThere('specification')],
    ['production', isThere('production')],
    ['name', isThere('name') && isInscribable(goods.name)],
    ['description', isText('description')],
    ['pictureUrl', isText('pictureUrl') && isPictureUrl(goods.pictureUrl)],
    ['pictureHash', isHash(goods.pictureHash)],
    ['unitsRoot', isHash(goods.unitsRoot)],
  ]
  return checks.filter(([, right]) => !right).map(([field]) => field)
}

function isInscribable(text: string): boolean {
  return new TextEncoder().encode(text).length <= MAX_INSCRIBED_BYTES
}

/** May a client open this address of a picture? */
export function isPictureUrl(url: string | null): boolean {
  return url === null || /^(https|ipfs):\/\/[^\s"'<>\\]+$/.test(url)
}

/** No control characters, no reversed writing, no lone surrogates; line breaks are allowed. */
function isClean(text: string): boolean {
  return (
    text.isWellFormed() && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replaceAll('\n', ''))
  )
}
