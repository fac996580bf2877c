# 先说发生了什么、该怎么做；最后三行说明钱是否已经转出。

error-link-broken = 这个链接已损坏：有一部分缺失或被改动。请向发送者要一个新的。
error-link-foreign = 这是另一个机器人的链接。我只打开本柜台的交易链接。
error-link-missing = 这条消息里没有交易链接。请粘贴或转发一个，或发送 /help。
error-series-unknown = 这条链上没有人发布过这件商品。链接可能属于别的网络，也可能是伪造的。
error-right-unknown = 这条链上没有这份权益。
error-code-unknown = 这个提货码无效。请顾客在自己的手机上重新出示。
error-card-stale = 这张卡片已过期，我已刷新。
error-card-foreign = 这张卡片属于别人。请自己打开链接，获取自己的卡片。
error-chat-not-private = 在这里会被别人看到。请打开与我的私聊，在那里点按钮。
error-sold-out = 已售罄：有人先您一步。
error-sale-ended = 这件商品的销售已结束。
error-funds-missing = 您的钱包在这个网络上余额不足：现有 { $have }，需要 { $need }。{ $elsewhere ->
    [none] {""}
   *[other] 您在其他网络上有 { $elsewhere }，可以转过来。
}充值后请点“重试”。
error-call-reverted = 链上没有接受这次操作{ $reason ->
    [none] 。
   *[other] ：{ $reason }。
}请点“重试”：再次请求钱包之前会重新检查一切。
error-wallet-rejected = 您在钱包里拒绝了。如果是误触，请点“重试”。
error-wallet-busy = 您的钱包里还有另一个未处理的请求。请先在钱包里处理，再点“重试”。
error-wallet-silent = 您的钱包没有按时回应。如果它仍显示该请求，请先在钱包里拒绝，再点“重试”。
error-wallet-disconnected = 您的钱包断开了连接。请点“重试”重新连接。
error-wallet-unsupported = 这个钱包做不到这里需要的操作。请点“重试”并换一个钱包。
error-wallet-wrong-chain = 您的钱包连接在另一个网络上。请切换到{ $chain ->
    [none] 本柜台的网络
   *[other] {" "}{ $chain }
}，再点“重试”。
error-wallet-unclear = 您的钱包给出了不明确的答复。我会继续关注链上结果；请查看钱包，再点“重试”。
error-wallet-session-gone = 与您钱包的连接已断开。请点“重试”重新连接。
error-wallet-relay-unreachable = 现在连不上钱包网络。请过一分钟点“重试”。
error-binding-expired = 钱包链接已过期。请点“重试”获取新的。
error-signature-wrong = 签名与这个账户不符。请点“重试”，并用要绑定的账户签名。
error-hash-foreign = 您的钱包给出的是另一笔交易，不是我请求的那一笔。我会继续在链上寻找正确的那一笔。
error-block-taken-back = 链撤回了包含这笔交易的区块。请点“重试”：我会先查看链上情况。
error-hash-unknown = 您的钱包给出了一笔链上没有人知道的交易，它可能从未发出。请点“重试”：我会先查看链上情况。
error-chain-unreachable = 现在连不上区块链。请过一分钟点“重试”。
error-right-not-yours = 这份权益属于您尚未在此绑定的账户。请绑定持有它的钱包：/wallet
error-right-locked = 这份权益正被一个进行中的请求锁定。
error-right-for-sale = 这份权益正在转售。请先停止转售，再申请兑换。
error-right-redeemed = 这份权益的商品已经交付。
error-code-spent = 这个提货码已被使用：商品已于 { $at } 交付。请勿再次交付。
error-code-expired = 这个提货码已过期。顾客可以从权益中获取新的提货码。
error-gift-code-over = 此码已过期，或已被转送人收回。
error-desk-foreign = 只有这件商品的卖家可以核销此码。请先绑定卖家的钱包：/wallet
error-desk-absent = 目前联系不到这位卖家的人。请用其他方式联系，或稍后再试。
error-desk-account-missing = 这需要卖家的账户，而您是受邀的店员。请找 { $who }。
error-arbiter-only = 只有条款指定的仲裁人能在期限之前用该账户裁决。
error-address-missing = 还没有地址。请在一条消息里输入。
error-telegram-unreachable = 现在连不上 Telegram。
error-rate-limited = 操作太快了。请稍等片刻再试。
error-unexpected = 我们这边出了问题。没有丢失任何东西；请再点一次按钮，或重新打开链接。
error-bind-first = 请先绑定钱包，我才知道权益归哪个账户：/wallet
error-quantity-left = 只剩 { $left } 件。请点“取消”，减少数量后再付款。
error-offer-changed = 报价在此卡片之后已更改。请重新打开链接查看。
error-offer-gone = 这份权益已停止转售。
error-not-for-you = 这份权益只卖给指定账户，不是您绑定的账户。
error-payment-under-way = 此刻有人正在为此付款。请过几分钟再点“重试”：若对方没有付成，您就可以付款。
error-paid-already = 已经有人付款了，您无需再付。
error-send-unknown = 链接已损坏，或没有人用它转送过权益。
error-send-over = 此次转送已结束：已被领取、收回或过期。请联系转送人。
error-send-yours = 这是您自己转送的：链接要给别人打开，目前还没有人领取。想要收回，请在 /rights 中打开它，再点“收回”。
error-send-kept = 这份权益已为先打开的人保留。请联系转送人。
error-past-redeem-by = 这份权益的兑换期限已过。它的去向在“我的权益”里。
error-relayer-refused = 我现在无法为您支付网络费。请点“重试”，用您自己的钱包完成。
error-series-exists = 完全相同的商品已经发布过。
error-draft-incomplete = 有内容缺失或不合要求：{ $fields }。请点相应栏目修改。
error-goods-digital = 这不是可以交付的实物，无法在此出售：Telegram 要求纯数字商品用 Stars 支付。如果它是实物，请点“✎ 类目”另选一个。
error-draft-gone = 草稿已不存在。请重新发送照片。
error-price-unclear = 我无法识别这个价格。请输入 { $coin } 金额，例如 <code>{ $example }</code>。
error-number-unclear = 我无法识别这个数字。请输入整数。
error-taker-unclear = 没有人能用这个账户付款：地址有误，或不属于任何人。请核对后重新输入价格和地址。
error-text-unclear = 无法使用这段文字：为空、过长或含有无法显示的字符。请重新输入。
error-issuer-only = 只有发布这件商品的账户可以这样做。请先绑定：/wallet
error-invitation-over = 此邀请已被使用或已过期。请索取新的邀请。
error-photo-unreadable = 我无法读取这张图片。请以照片形式发送 JPEG 或 PNG。
error-photo-too-large = 图片太大。请以照片而不是文件形式发送。
error-photo-heic = 我无法打开这种格式的图片文件。请以照片而不是文件形式发送。
error-photo-too-slow = 识别这张图片用时太长，我已停止，没有保存任何内容。请裁剪到只剩商品，或发一张小一些的图片。
error-photos-full = 这件商品已有十二张照片，不能再多。请先删除一张。
error-photos-gone = 这些照片没有保存：已超过一天，或您已经答复过。请重新发送。
error-vision-busy = 等待识别的图片太多，这一张暂时无法处理。请一分钟后再发一次。
error-right-not-asked = 申请已变更或撤回，无需处理。
error-way-not-offered = 卖家不提供这种提货方式。
error-quote-over = 卖家的答复已过期。请再次询问。
error-store-unreachable = 我暂时无法读取记录。没有任何丢失，请一分钟后重试。

money-moved = <b>钱已转出。</b>
money-not-moved = <b>没有任何款项转出。</b>
money-unknown = <b>尚不清楚款项是否转出。</b>链上会有结果，我会告诉您。
money-unknown-done = <b>尚不清楚是否已完成。</b>没有请求任何付款。链上会有结果，我会告诉您。
