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
delivery-shipped = 📦 <b>运输中。</b>{ $tracking ->
        [none] 卖家没有在这里提供运单号。
       *[other] 运单号：<code>{ $tracking }</code>
    }
    收到后请告诉我。{ $payout ->
        [escrow] 如有问题，请在 { $until } 前提出；此后卖家可以取走锁定的款项。
       *[direct] 您购买时卖家已收款。
    }
delivery-disputed = ⚖️ <b>争议中。</b>须在 { $until } 前裁决，否则款项可退还给您。
delivery-disputed-over = ⚖️ <b>无人按时裁决。</b>锁定的款项归您，请取回。
delivery-answer-over = 卖家的答复已过期，请再问一次。

    <code>{ $address }</code>
button-ask-again-for-it = 再次申请
ask-fee = <b>邮费是多少？</b>{ $name }，第 { $serial } 号
    请输入邮费（{ $coin }）。顾客锁定权益时一并支付，随即归您。
ask-tracking = <b>发货：</b>{ $name }，第 { $serial } 号
    请输入运单号。只有顾客会收到，链上只有它的哈希。
problem-escrow = <b>出了什么问题？</b>{ $name }，第 { $serial } 号
    请在一条消息里说明。随后您的钱包提出争议，截止 { $until }。条款指定的仲裁人裁决锁定的款项；仲裁人和卖家会看到您的说明。
problem-direct = <b>出了什么问题？</b>{ $name }，第 { $serial } 号
    您购买时卖家已收款，没有可以退还的锁定款项：只有卖家能够补救或退款。请输入留言，我会连同这份权益的名称转告卖家，但不透露您的姓名。如需回复，请写明联系方式。
problem-passed-on = ✅ <b>已转告卖家，</b>没有透露您的姓名。
problem-message = ✉️ <b>顾客留言：</b>{ $name }，第 { $serial } 号

    <blockquote>{ $complaint }</blockquote>
quote-head = <b>邮寄：</b>{ $name }，第 { $serial } 号
    邮费：<b>{ $fee }</b> · 有效至 { $until }
quote-offer = 您的钱包签署按此邮费邮寄的承诺，不上链。
quote-done = ✅ <b>已签名。</b>顾客已收到您的答复；权益锁定后我会告诉您。
fee-none = 免费
