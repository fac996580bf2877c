page-language = English
page-open = Open in Telegram
page-scan = Or scan this with a phone that has Telegram.
page-qr = The same link as a QR code
page-promise = This page shows what the chain says. You pay from your own wallet, in the chat; we never hold your money.

page-left = { $left ->
    [one] 1 left
   *[other] { $left } left
}
page-specification = Specification
page-production = Production
page-number = Product number
page-category = Category
page-issuer = Seller’s account
page-holder = Sold by
page-chain = Network
page-serial = Right
page-serial-number = No. { $serial }
page-payout = Payment
page-payout-direct = The seller is paid at once, in the transaction that gives you the right.
page-payout-escrow = The contract keeps the price until the good is handed over, and gives it back if it is refunded or lapses.
page-way = How you get the good
page-way-pick-up = Pick-up at the shop
page-way-delivery = Delivery
page-sale-end = On sale until
page-redeem-by = Get the good before
page-share = Whoever sent you this link gets { $share } of the price from the seller. You pay no more for it.
page-private = This offer is meant for one account only: { $account }

page-sold-out = Sold out. The seller may offer more later.
page-sale-ended = The sale has ended.
page-closed = The seller has closed this series. No more will be sold.
page-past-redeem-by = The time to get the good is over, so nothing is sold any more.
page-not-for-sale = This right is not for sale any more.

page-space = The space of { $account }
page-space-lead = What this account offers now.
page-goods-category = Category { $category }
page-category-lead = What is offered in this category now.
page-nothing = Nothing is for sale here right now.
page-resales = Resale
page-more = { $count ->
    [one] One more is in the chat.
   *[other] { $count } more are in the chat.
}

page-unknown = Not found
page-unknown-lead = Nobody has published this on this chain. The link may be for another network, or it is made up.
page-broken = This link is damaged
page-broken-lead = A part of it is missing or was changed. Ask whoever sent it for a new one.
page-away = The chain does not answer
page-away-lead = I cannot look up what this costs right now. Load the page again in a minute.

page-send = Somebody sends you a right
page-send-lead = It stands for one real good. Open the link in Telegram to see what it is, and to claim it with your own wallet. Until you claim it, it can be taken back.
page-send-secret = The link is as good as the right itself: do not pass it on. The part behind # stays in your browser and is not sent to this page.
page-send-copy = Without the button
page-send-steps = Copy the whole address of this page, open the chat with { $bot } in Telegram, and paste from it only what stands behind the #.
page-send-missing = The secret part of the link is missing: it stands behind a # at the end of the address. Open the link anew, or ask for it again.
page-handover = A pick-up code
page-handover-lead = The seller opens it at the desk, in Telegram, and hands the good over. It works once. If you did not buy anything, close this page.
page-staff = An invitation to serve a desk
page-staff-lead = A seller invites you to hand over goods in their name. Open it in Telegram to see who, and to say yes or no.
page-purchase = Somebody asks you to pay for them
page-purchase-lead = Open it in Telegram to see what it is and what it costs. You pay the seller from your own wallet, and they get the right.
