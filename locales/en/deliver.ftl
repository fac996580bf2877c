delivery-address = <b>Where to?</b> Type the address in one message: name, street, town, country, phone. I take your message out of the chat; only the seller of this order sees it, and it is erased when the good has arrived.
delivery-check = Is this right?

    <code>{ $address }</code>
delivery-asked = ⏳ The seller has your request and says what the delivery costs.

    <code>{ $address }</code>
delivery-quoted = The seller delivers for <b>{ $price }</b>. The offer stands until { $until }. Your wallet locks the right and pays the fee in one transaction.

    <code>{ $address }</code>
delivery-free = The seller delivers at no further cost. The offer stands until { $until }. Your wallet locks the right.

    <code>{ $address }</code>
delivery-requested = 🔒 Locked for delivery. The seller answers by { $until }.
delivery-accepted = 🔒 <b>Locked for delivery.</b> The seller sends it by { $until }.
delivery-shipped = 📦 <b>On its way.</b> Tracking: <code>{ $tracking }</code>
    Tell me when it has arrived. After { $until } it counts as delivered.
delivery-disputed = ⚖️ <b>Disputed.</b> To be decided by { $until }; otherwise the money goes back to you.
quote-head = <b>Delivery:</b> { $name }, No. { $serial }
    Fee: <b>{ $fee }</b> · stands until { $until }
quote-offer = Your wallet signs the promise to deliver for this fee. Nothing is sent to the chain.
quote-done = ✅ <b>Signed.</b> The customer has your answer; I tell you when the right is locked.
fee-none = none
