// Who may import whom; docs/architecture.md has the same as a table.
const EDGE =
  'telegram|http|wallet|chain|indexer|vision|search|store|jobs|images|i18n|observability|taxonomy'
// Files of a feature that speak to the outside: they may use the edge they speak through.
const OUTWARD = '/(bot|http|card|conversation)[.]ts$'

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        pathNot: '^(src/domain/|node_modules/ethers/|node_modules/@adraffy|node_modules/@noble)',
      },
    },
    {
      name: 'ports-see-domain-only',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: '^src/(ports|domain)/' },
    },
    {
      name: 'cards-see-domain-and-ports',
      severity: 'error',
      from: { path: '^src/cards/' },
      to: { pathNot: '^src/(cards|ports|domain)/' },
    },
    {
      name: 'deals-see-cards-ports-and-domain',
      severity: 'error',
      from: { path: '^src/deals/' },
      to: { pathNot: '^src/(deals|cards|ports|domain)/' },
    },
    {
      name: 'edges-do-not-know-deals',
      severity: 'error',
      from: { path: `^src/(${EDGE}|cards|ports|domain)/` },
      to: { path: '^src/(deals|composition)/' },
    },
    {
      name: 'edges-do-not-know-features',
      severity: 'error',
      from: { path: `^src/(${EDGE})/` },
      to: { path: '^src/features/' },
    },
    {
      name: 'edges-do-not-know-each-other',
      severity: 'error',
      from: { path: `^src/(${EDGE})/` },
      to: { path: `^src/(${EDGE})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'use-cases-see-ports-not-edges',
      severity: 'error',
      from: { path: '^src/features/', pathNot: OUTWARD },
      to: { path: `^src/(${EDGE})/` },
    },
    {
      name: 'ethers-only-at-the-chain',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(chain|indexer|wallet|domain|sandbox)/' },
      to: { path: 'node_modules/ethers/' },
    },
    {
      name: 'grammy-only-at-telegram',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(telegram/|app[.]ts|composition/|features/.*${OUTWARD})`,
      },
      to: { path: 'node_modules/grammy/' },
    },
    {
      name: 'sandbox-stays-out-of-production',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sandbox/' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'the-sandbox-knows-no-bot',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: `^src/(app|main|composition|deals|features|telegram|wallet|store|jobs|http)` },
    },
    {
      name: 'flows-act-through-the-driver',
      severity: 'error',
      from: { path: '^test/flows/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/sandbox/(driver/(client|phone|open-sandbox)|telegram/types|wallets/(prompt|policy))[.]ts$',
      },
    },
    {
      name: 'only-entries-see-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|app)[.]ts$|^src/composition/' },
      to: { path: '^src/((main|app)[.]ts$|composition/)' },
    },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
}
