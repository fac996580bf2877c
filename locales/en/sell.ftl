publication-offer = Your wallet puts it on the chain with one signature. What is published can never be changed.
publication-done = ✅ <b>Published.</b> It is on the chain, and can be sold.

sell-how = 📷 <b>Send me a photo of what you sell</b>, and under it what it is, the price and how many: <code>Oolong 50 g, 9 USDC, 30</code>

    I make a card of it, you mend what is not right, and your wallet publishes it.

draft = <b>{ $name }</b>
    <b>{ $price }</b> · in stock: { $supply }

    Category: { $category }
    Product number: { $number }
    Specification: { $specification }
    Production: { $production }
draft-none = —
draft-terms-today = 🏪 <b>Pick-up today:</b> you are paid at once; it is picked up, and you answer within a day.
draft-terms-ships = 📦 <b>Ships:</b> you are paid at once and send it within a week; three weeks to complain.
draft-terms-pre-order = ⏳ <b>Pre-order:</b> the money is held until the hand-over; on sale for 30 days, to be picked up within 60 more.
draft-physical = Only real things that can be handed over. What is published can never be changed.
draft-digital = ⛔️ <b>This is nothing that can be handed over</b>, so it cannot be sold here: Telegram wants purely digital goods to be paid in Stars. If it is a real thing, choose another category.
draft-missing = ❗ Still missing, or not right: { $fields }
draft-discarded = Thrown away: { $name }. Nothing was published. To start anew, send a photo again.
draft-category-choice = Which of these is it?
draft-category-unknown = I know no category with these words. Type another word, such as <code>tea</code> or <code>shoes</code>.
list-comma = {", "}

field-name = name
field-category = category
field-product-number = product number
field-specification = specification
field-production = production
field-price = price
field-supply = stock
field-picture = picture
field-terms = terms

ask-draft-name = What is it called? Type the name as buyers shall read it.
ask-draft-category = What kind of thing is it? Type a word or two, such as <code>tea</code> or <code>running shoes</code>.
ask-draft-product-number = What is its product number? Any name of your own will do.
ask-draft-specification = What exactly does the buyer get? Size, weight, colour, kind.
ask-draft-production = Who made it, where, and when? For example: Meijiawu, Hangzhou, April 2026
ask-draft-price = What does one cost? Type a number and a coin: { $coins }
ask-draft-supply = How many do you have?
ask-limit = How many more do you offer? { $left } are left now. Type a number.

series-mine = <b>{ $name }</b>
    { $specification }

    <b>{ $price }</b> · sold: { $sold } · { $left ->
        [0] sold out
       *[other] { $left } left
    }
series-mine-closed = The sale has ended. No more will ever be sold; rights that were sold stay good.

print-caption = 🖨 <b>{ $name }</b>
    { $format ->
        [svg] For a print shop: sharp in any size.
        [sheet] A sheet of { $labels } to cut out. Print it on A4 at 100 %.
       *[png] For any printer.
    }
    To type: <code>{ $code }</code>
print-hint = No camera? Send this code to @{ $bot }

button-edit-name = ✎ Name
button-edit-category = ✎ Category
button-edit-number = ✎ Number
button-edit-spec = ✎ Specification
button-edit-production = ✎ Production
button-edit-price = ✎ Price
button-edit-supply = ✎ Stock
button-terms-today = Pick-up today
button-terms-ships = Ships
button-terms-pre = Pre-order
button-publish-not-yet = Publish (not yet)
button-discard = Throw away
button-offer-more = Offer more
button-my-series = Stock and sale
button-end-sale = End the sale
publication-terms = <b>Buyers read:</b>
