goods = <b>{ $name }</b>
    { $specification }
    { $production }
    类目：{ $category } · 货号 { $number }

    <b>{ $price }</b> · { $left ->
        [0] 已售罄
       *[other] 剩 { $left } 件
    } · 卖家 <code>{ $seller }</code>
terms-direct = 货款在 { $chain } 上直接付给卖家。
terms-escrow = 货款锁在 { $chain } 上，交付后才付给卖家；卖家不交付，钱退回给您。
terms-ways-pick-up = 到店自提。
terms-ways-delivery = 卖家邮寄给您。
terms-ways-both = 可自提，也可邮寄。
terms-redeem-by = 请在 { $day }或之前兑换。
terms-sale-end = 销售截止 { $day }。
terms-share = 谁的链接带来买家，谁得 { $percent }%。
terms-seen = 卖家只看到您的账户，看不到其他信息。
purchase-ended = 已取消。<b>没有任何款项转出。</b>如果钱包里还有请求，请在那里拒绝。
purchase-as-gift = 🎁 <b>送礼：</b>您付款，每份权益得到一个链接；打开链接的人得到权益。对方领取前您可以收回。
purchase-for-other = 您在为别人代付：{ $quantity ->
    [1] 权益
   *[other] {" "}{ $quantity } 份权益
}归 <code>{ $account }</code>。
purchase-contributor = 您是通过 <code>{ $account }</code> 的链接来的。
purchase-asked = 🙏 <b>请别人代付。</b>把这个链接发给对方；无论谁付款，权益都归您的账户 <code>{ $account }</code>。

    <a href="{ $url }">{ $url }</a>
purchase-paid = ✅ <b>已付款。</b>{ $quantity ->
    [1] 第 { $serial } 号权益归您了。
   *[other] { $quantity } 份权益归您了，从第 { $serial } 号起。
}
purchase-paid-for-other = ✅ 已为对方<b>付款</b>，权益已归对方。
purchase-paid-gift = ✅ <b>已付款。</b>{ $gone ->
        [0] 礼物准备好了：选择送给谁。
       *[other] { $quantity } 份礼物中有 { $gone } 份已被领取或已回到您手中。
    }
purchase-in-block = 已进入区块 { $block }：<code>{ $hash }</code>
purchase-final = 已最终确认，区块 { $block }：<code>{ $hash }</code>
series-gone = 这件商品已不在链上：发布它的区块被撤回了。<b>没有任何款项转出。</b>

receipt = 🧾 <b>凭证</b>
    { $name }，{ $quantity ->
        [1] 第 { $serial } 号
       *[other] 共 { $quantity } 份，从第 { $serial } 号起
    }
    { $payout ->
        [escrow] 付款：{ $price }，锁在链上直到交付。卖家：<code>{ $seller }</code>
       *[direct] 付款：{ $price }，付给 <code>{ $seller }</code>
    }
    持有人：<code>{ $holder }</code>
    { $chain } · <code>{ $hash }</code>
receipt-paid = 已付 { $price }
receipt-serial = 第 { $serial } 号
receipt-taken-back = 🧾 <b>凭证暂时失效</b>
    链撤回了这笔购买所在的区块。一旦重新确认，我会告诉您。

post = <b>{ $name }</b>
    { $specification }
    <b>{ $price }</b> · { $left ->
        [0] 已售罄
       *[other] 剩 { $left } 件
    } · { $payout ->
        [escrow] 货款锁定到交货
       *[direct] 直接付给卖家
    }

    <a href="{ $url }">{ $url }</a>
post-contributor = 分享人 <code>{ $account }</code>
post-nothing = 没有可发布的内容
post-pay = 🙏 <b>能帮我代付吗？</b>
    { $quantity } × { $name } · <b>{ $price }</b>
    权益归我的账户 <code>{ $account }</code>。

    <a href="{ $url }">{ $url }</a>
choice = 我找到了几个链接，要打开哪一个？
choice-link = 链接 { $number }
post-space = 🏪 <b>交易空间</b> <code>{ $account }</code>
    { $count ->
        [0] 目前没有在售商品。
       *[other] { $names }
    }

    <a href="{ $url }">{ $url }</a>
post-category = 🏷 <b>{ $name }</b>
    { $count ->
        [0] 目前没有在售商品。
       *[other] { $names }
    }
    { $url }
post-space-title = 我的整个交易空间
purchase-friend = 也可以找人代付。
receipt-serials = 从第 { $serial } 号起
