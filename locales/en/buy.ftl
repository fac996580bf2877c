goods = <b>{ $name }</b>
    { $specification }
    { $production }
    Category: { $category } · Product { $number }

    <b>{ $price }</b> · { $left ->
        [0] sold out
       *[other] { $left } left
    } · sold by <code>{ $seller }</code>
terms-direct = The seller is paid at once, on { $chain }.
terms-escrow = Your money is held on { $chain } until the hand-over; if the seller does not deliver, you get it back.
terms-ways-pick-up = You pick the good up at the shop.
terms-ways-delivery = The seller sends the good to you.
terms-ways-both = You pick the good up, or have it sent.
terms-redeem-by = Ask for it by { $day }.
terms-sale-end = On sale until { $day }.
terms-share = Whoever’s link brings a buyer gets { $percent }% of the price.
terms-seen = The seller sees your account, nothing else of you.
purchase-ended = Cancelled. <b>No money moved.</b> If your wallet still shows a request, decline it there.
purchase-as-gift = 🎁 <b>As a gift:</b> you pay and get a link for each right; whoever opens it gets the right. You can take it back until then.
purchase-for-other = You pay for somebody else: { $quantity ->
    [1] the right goes
   *[other] { $quantity } rights go
} to <code>{ $account }</code>.
purchase-contributor = You came by a link of <code>{ $account }</code>.
purchase-asked = 🙏 <b>Somebody else pays.</b> Send them this link; the right goes to your account <code>{ $account }</code>, whoever pays.

    <a href="{ $url }">{ $url }</a>
purchase-paid = ✅ <b>Paid.</b> { $quantity ->
    [1] Right No. { $serial } is yours.
   *[other] { $quantity } rights are yours, from No. { $serial } on.
}
purchase-paid-for-other = ✅ <b>Paid</b> for somebody else. They hold the right now.
purchase-paid-gift = ✅ <b>Paid.</b> { $gone ->
        [0] Your gift is ready: choose whom to send it to.
       *[other] Of { $quantity } gifts { $gone } do not wait any more: claimed, or yours again.
    }
purchase-in-block = In block { $block }: <code>{ $hash }</code>
purchase-final = Final, in block { $block }: <code>{ $hash }</code>
series-gone = These goods are not on the chain any more: the block that published them was taken back. <b>No money moved.</b>

receipt = 🧾 <b>Receipt</b>
    { $name }, { $quantity ->
        [1] No. { $serial }
       *[other] { $quantity } rights from No. { $serial } on
    }
    { $payout ->
        [escrow] Paid: { $price }, held on the chain until the hand-over. Seller: <code>{ $seller }</code>
       *[direct] Paid: { $price } to <code>{ $seller }</code>
    }
    Holder: <code>{ $holder }</code>
    { $chain } · <code>{ $hash }</code>
receipt-paid = Paid { $price }
receipt-serial = No. { $serial }
receipt-taken-back = 🧾 <b>Receipt on hold</b>
    The chain took back the block with this purchase. I tell you as soon as it stands again.

post = <b>{ $name }</b>
    { $specification }
    <b>{ $price }</b> · { $left ->
        [0] sold out
       *[other] { $left } left
    } · { $payout ->
        [escrow] money held until hand-over
       *[direct] paid to the seller at once
    }

    <a href="{ $url }">{ $url }</a>
post-contributor = Shared by <code>{ $account }</code>
post-nothing = Nothing to post
post-pay = 🙏 <b>Would you pay this for me?</b>
    { $quantity } × { $name } · <b>{ $price }</b>
    The right goes to my account <code>{ $account }</code>.

    <a href="{ $url }">{ $url }</a>
choice = I found several links. Which one?
choice-link = Link { $number }
post-space = 🏪 <b>Space of</b> <code>{ $account }</code>
    { $count ->
        [0] Nothing on sale at the moment.
       *[other] { $names }
    }

    <a href="{ $url }">{ $url }</a>
post-category = 🏷 <b>{ $name }</b>
    { $count ->
        [0] Nothing on sale at the moment.
       *[other] { $names }
    }
    { $url }
post-space-title = My whole space
purchase-friend = Or let somebody else pay for you.
receipt-serials = from No. { $serial } on
