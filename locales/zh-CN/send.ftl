send-choice = <b>转送</b> { $name }，第 { $serial } 号
    可以送礼，也可以由领取人付款给您。
send-head-gift = 🎁 <b>送礼：</b>{ $name }，第 { $serial } 号
send-head-price = <b>以 { $price } 转送：</b>{ $name }，第 { $serial } 号
send-offer = 先由您的钱包在链上锁定这份权益，然后您选择聊天，我把链接放过去。对方领取前您可以收回。
send-ended = 已取消。权益仍归您所有。如果钱包里还有请求，请在那里拒绝。
send-reserved = 🔒 <b>已在链上锁定</b>，有效至 { $until }。请选择送给谁。最先打开链接的人可以领取。
send-claimed = ✅ 已于 { $at } 被 <code>{ $holder }</code> <b>领取</b>。
send-redeemed = ✅ 已于 { $at } <b>到店使用</b>。权益已销毁。
send-taken-back = <b>已收回。</b>权益重新归您，链接已失效。
send-expired = <b>逾期未领取。</b>权益重新归您，链接已失效。
send-refunded = 卖家终止了这份权益，并退还了价款。
send-post-gift = 🎁 <b>{ $name }</b>
    { $specification }
    送您一份该商品的权益（DA-Send）。打开即可领取，您无需付款。

    <a href="{ $url }">{ $url }</a>
send-post-price = 📨 <b>{ $name }</b>
    { $specification }
    以 <b>{ $price }</b> 转送您一份该商品的权益（DA-Send）。打开即可领取。

    <a href="{ $url }">{ $url }</a>
send-post-over = 📨 <b>{ $name }</b>
    { $outcome ->
        [claimed] ✅ 已领取。
        [redeemed] ✅ 已到店使用。
        [taken-back] 转送人已收回。
       *[other] 此次转送已结束。
    }
price-above = ⚠️ 高于发行方的售价：{ $price }。
ask-send-price = 领取人要付您多少？请输入 { $coin } 金额，例如 <code>{ $example }</code>。

claim-head-gift = 🎁 <b>送您的礼物：</b>{ $name }
    { $specification }
    { $production } · 来自 <code>{ $sender }</code>
claim-head-price = 📨 <b>以 { $price } 转送给您：</b>{ $name }
    { $specification }
    { $production } · 来自 <code>{ $sender }</code>
claim-offer = 这是一份真实商品的权益。领取后归您：可以保留、再转送，或提货。
claim-kept = 🕰 <b>已为您保留</b>至 { $until }。钱包是免费应用，MetaMask、Trust、OKX 均可。安装后回到这里点“领取”，我会提醒您。
claim-at-shop = <b>请在店里出示此码。</b>您不需要钱包。仅可使用一次；拿到商品之前，请勿让他人拍照。

    或口述此码：<code>{ $code }</code>
claim-declined = 您已谢绝。权益留在原处，转送人可以收回。如果改变主意，在有效期内仍可点“{ $label }”。
claim-claimed = ✅ <b>归您了。</b>领取时间：{ $at }。
claim-redeemed = ✅ 已于 { $at } <b>交付</b>。权益已销毁。
claim-offer-price = 这是一份真实商品的权益。付款后归您：可以保留、再转送，或提货。
claim-until = 可领取至 { $until }。
