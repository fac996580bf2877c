purchase-head = <b>{ $name }</b>
    { $specification }
    { $production } · Product { $number }

    <b>{ $price }</b> · { $left ->
        [0] sold out
       *[other] { $left } left
    } · sold by <code>{ $seller }</code>
purchase-offer = The seller is paid at once. You get a right to one piece on { $chain }, and exchange it at the shop.
    The seller sees your account, nothing else of you.
purchase-ended = Cancelled. <b>No money moved.</b> If your wallet still shows a request, decline it there.
purchase-paid = ✅ <b>Paid.</b> Right No. { $serial } is yours.
purchase-in-block = In block { $block }: <code>{ $hash }</code>
purchase-final = Final, in block { $block }: <code>{ $hash }</code>
series-gone = These goods are not on the chain any more: the block that published them was taken back. <b>No money moved.</b>

receipt = 🧾 <b>Receipt</b>
    { $name }, No. { $serial }
    Paid: { $price } to <code>{ $seller }</code>
    Holder: <code>{ $holder }</code>
    { $chain } · <code>{ $hash }</code>
receipt-paid = Paid { $price }
receipt-serial = No. { $serial }
receipt-taken-back = 🧾 <b>Receipt on hold</b>
    The chain took back the block with this purchase. I tell you as soon as it stands again.

post = <b>{ $name }</b>
    { $specification }
    <b>{ $price }</b> · { $left } left · paid to the seller at once

    <a href="{ $url }">{ $url }</a>
choice = I found several links. Which one?
choice-link = Link { $number }
