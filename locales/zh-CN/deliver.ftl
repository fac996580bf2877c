delivery-address = <b>寄到哪里？</b>请在一条消息里输入：姓名、街道、城市、国家、电话。我会把您的消息从聊天中删除；只有这笔交易的卖家能看到，收到商品后即删除。
delivery-check = 地址对吗？

    <code>{ $address }</code>
delivery-asked = ⏳ 卖家已收到您的申请，正在确认邮费。

    <code>{ $address }</code>
delivery-quoted = 卖家的邮费为 <b>{ $price }</b>，有效至 { $until }。您的钱包用一笔交易锁定权益并支付邮费。

    <code>{ $address }</code>
delivery-free = 卖家免费邮寄，有效至 { $until }。您的钱包锁定权益。

    <code>{ $address }</code>
delivery-requested = 🔒 已锁定待邮寄。卖家将在 { $until } 前答复。
delivery-accepted = 🔒 <b>已锁定待邮寄。</b>卖家将在 { $until } 前寄出。
delivery-shipped = 📦 <b>运输中。</b>运单号：<code>{ $tracking }</code>
    收到后请告诉我。{ $until } 之后视为已送达。
delivery-disputed = ⚖️ <b>争议中。</b>须在 { $until } 前裁决，否则款项退还给您。
quote-head = <b>邮寄：</b>{ $name }，第 { $serial } 号
    邮费：<b>{ $fee }</b> · 有效至 { $until }
quote-offer = 您的钱包签署按此邮费邮寄的承诺，不上链。
quote-done = ✅ <b>已签名。</b>顾客已收到您的答复；权益锁定后我会告诉您。
fee-none = 免费
