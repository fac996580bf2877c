import { Composer } from 'grammy'
import { discardedCard } from '../../cards/draft-card.ts'
import { draftCategoryCard } from '../../cards/draft-category-card.ts'
import { fieldNames } from '../../cards/field-names.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { alertText } from '../../domain/alert-text.ts'
import type { Draft, DraftField } from '../../domain/draft.ts'
import { draftProblems } from '../../domain/draft-goods.ts'
import { AppError } from '../../domain/errors.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import type { Preset } from '../../domain/preset-terms.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { type ActionHandler, onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'
import { answerField } from './answer-field.ts'
import { draftCardKey, drawDraft, moveDraft } from './draw-draft.ts'
import { createPublishDraft, publicationOf } from './publish-draft.ts'

const MOST_FOUND = 6

/** What the bot asks with for each field. */
const questions: Readonly<Record<DraftField, string>> = {
  name: 'ask-draft-name',
  category: 'ask-draft-category',
  'product-number': 'ask-draft-product-number',
  specification: 'ask-draft-specification',
  production: 'ask-draft-production',
  price: 'ask-draft-price',
  supply: 'ask-draft-supply',
}

/** A product on its way to being published: its fields, its terms, and publishing it. */
export function sellBot(deps: {
  startDeal: StartDeal
  stepDeal: StepDeal
  taxonomy: Taxonomy
  coins: () => SellingCoin[]
  pictureUrl: (hash: string) => string | null
}): Composer<BotContext> {
  const { taxonomy, coins } = deps
  const publishDraft = createPublishDraft(deps)
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('sell', showHow)
  onActions(composer, {
    'new-product': showHow,
    'edit-name': editing('name'),
    'edit-category': editing('category'),
    'edit-number': editing('product-number'),
    'edit-spec': editing('specification'),
    'edit-production': editing('production'),
    'edit-price': editing('price'),
    'edit-supply': editing('supply'),
    'terms-today': choosing('pick-up-today'),
    'terms-ships': choosing('ships'),
    'terms-pre-order': choosing('pre-order'),
    'set-category': onOpenDraft(async (ctx, draft, version) => {
      if (taxonomy.pathOf(version, 'en') === null) throw new AppError('CARD_STALE')
      await move(ctx, { ...draft, category: version })
    }),
    publish: onDraft(publish),
    discard: onDraft(discard),
  })
  onAnswer(composer, 'draft-field', async (ctx, { draft: id, field }, text) => {
    const draft = await ownDraft(ctx, id)
    await refusePublished(ctx, draft)
    if (field === 'category') return chooseCategory(ctx, draft, text)
    const changed = answerField(draft, field, { text, coins: coins() })
    await ctx.unit.questions.close(ctx.person.id)
    await move(ctx, changed)
  })
  return composer

  function showHow(ctx: BotContext): Promise<void> {
    return ctx.show('sell', { html: ctx.texts.html('sell-how'), buttons: [], picture: null }, 'new')
  }

  function onDraft(
    work: (ctx: BotContext, draft: Draft, version: number) => Promise<void>,
  ): ActionHandler {
    return async (ctx, { subject, version }) => work(ctx, await ownDraft(ctx, subject), version)
  }

  function onOpenDraft(work: Parameters<typeof onDraft>[0]): ActionHandler {
    return onDraft(async (ctx, draft, version) => {
      await refusePublished(ctx, draft)
      await work(ctx, draft, version)
    })
  }

  function editing(field: DraftField): ActionHandler {
    return onOpenDraft((ctx, draft) => ask(ctx, draft, field))
  }

  function choosing(preset: Preset): ActionHandler {
    return onOpenDraft(async (ctx, draft) => {
      const chosen = { ...draft, preset }
      await ctx.unit.drafts.save(chosen)
      await ctx.show(draftCardKey(draft.id), drawDraft(parts(ctx), ctx.texts, chosen), 'in-place')
    })
  }

  async function ask(ctx: BotContext, draft: Draft, field: DraftField): Promise<void> {
    await ctx.unit.questions.ask(ctx.person.id, { type: 'draft-field', draft: draft.id, field })
    if (field !== 'price') return ctx.ask(questions[field])
    const symbols = coins().map(({ symbol }) => symbol)
    await ctx.ask(questions.price, { coins: symbols.join(', ') })
  }

  /** While something is missing the button asks for it. */
  async function publish(ctx: BotContext, draft: Draft): Promise<void> {
    const problems = draftProblems(draft)
    const [missing] = problems
    if (missing !== undefined) {
      const fields = fieldNames(ctx.texts, problems)
      const text = ctx.texts.plain('draft-missing', { fields })
      ctx.toast = { text: alertText(text), alert: false }
      return ask(ctx, draft, missing)
    }
    if (draft.category !== null && taxonomy.isDigital(draft.category))
      throw new AppError('GOODS_DIGITAL')
    await publishDraft(ctx.unit, ctx.person, draft)
  }

  async function chooseCategory(ctx: BotContext, draft: Draft, text: string): Promise<void> {
    const found = taxonomy.find(text.slice(0, 200), MOST_FOUND)
    const [only, ...others] = found
    if (only === undefined) return ctx.ask('draft-category-unknown')
    await ctx.unit.questions.close(ctx.person.id)
    if (others.length === 0) return move(ctx, { ...draft, category: only })
    const paths = found.map((id) => taxonomy.pathOf(id, ctx.texts.locale) ?? '')
    // Two that are called alike in this language are told apart by their English names.
    const named = found.map((id, place) => {
      const path = paths[place] ?? ''
      const isAlone = paths.filter((each) => each === path).length === 1
      return { id, path: isAlone ? path : `${path} (${taxonomy.nameOf(id, 'en')})` }
    })
    const card = draftCategoryCard({ texts: ctx.texts, draft: draft.id, found: named })
    await ctx.show('draft-category', card, 'new')
  }

  async function move(ctx: BotContext, draft: Draft): Promise<void> {
    await ctx.unit.drafts.save(draft)
    await moveDraft(ctx.unit, draft, drawDraft(parts(ctx), ctx.texts, draft))
  }

  /** The picture goes too, unless something else shows the same one. */
  async function discard(ctx: BotContext, draft: Draft): Promise<void> {
    const { unit, texts, person } = ctx
    const { pictureHash: hash } = draft
    const publication = await publicationOf(unit, draft)
    await unit.drafts.remove(draft.id)
    const question = await unit.questions.of(person.id)
    if (question?.type === 'draft-field' && question.draft === draft.id)
      await unit.questions.close(person.id)
    await ctx.show(draftCardKey(draft.id), discardedCard(texts, draft), 'in-place')
    if (hash === null || publication !== null) return
    await unit.drawings.forgottenPicture({ exemplar: null, pictureHash: hash })
  }

  function parts(ctx: BotContext) {
    return { taxonomy, coinOf: ctx.coinOf }
  }
}

/** A draft of this person, named by a button. @throws AppError DRAFT_GONE, CARD_FOREIGN */
async function ownDraft(ctx: BotContext, id: string): Promise<Draft> {
  const draft = await ctx.unit.drafts.load(id)
  if (draft === null) throw new AppError('DRAFT_GONE')
  if (draft.person !== ctx.person.id) throw new AppError('CARD_FOREIGN')
  return draft
}

/** What is on the chain can never be changed: a draft of it is over. @throws AppError SERIES_EXISTS */
async function refusePublished(ctx: BotContext, draft: Draft): Promise<void> {
  const publication = await publicationOf(ctx.unit, draft)
  if (publication !== null && publication.facts.type !== 'absent')
    throw new AppError('SERIES_EXISTS')
}
