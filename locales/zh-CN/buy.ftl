purchase-head = <b>{ $name }</b>
    { $specification }
    { $production } · 货号 { $number }

    <b>{ $price }</b> · { $left ->
        [0] 已售罄
       *[other] 剩余 { $left } 份
    } · 卖家 <code>{ $seller }</code>
purchase-offer = 款项立即付给卖家。您将在 { $chain } 上获得一份权益，到店即可提货。
    卖家只会看到您的账户，看不到其他信息。
purchase-ended = 已取消。<b>没有任何款项转出。</b>如果钱包仍显示请求，请在钱包里拒绝。
purchase-paid = ✅ <b>已付款。</b>第 { $serial } 号权益归您所有。
purchase-in-block = 已进入区块 { $block }：<code>{ $hash }</code>
purchase-final = 已最终确认，区块 { $block }：<code>{ $hash }</code>
series-gone = 这件商品已不在链上：发布它的区块被撤回了。<b>没有任何款项转出。</b>

receipt = 🧾 <b>凭证</b>
    { $name }，第 { $serial } 号
    已付：{ $price }，付给 <code>{ $seller }</code>
    持有人：<code>{ $holder }</code>
    { $chain } · <code>{ $hash }</code>
receipt-paid = 已付 { $price }
receipt-serial = 第 { $serial } 号
receipt-taken-back = 🧾 <b>凭证暂缓</b>
    链撤回了包含这次购买的区块。一旦恢复，我会立即告诉您。

post = <b>{ $name }</b>
    { $specification }
    <b>{ $price }</b> · 剩余 { $left } 份 · 款项直接付给卖家

    <a href="{ $url }">{ $url }</a>
choice = 我找到了几个链接，要打开哪一个？
choice-link = 链接 { $number }
