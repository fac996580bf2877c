home = <b>实物商品的柜台。</b>
    粘贴或转发一个交易链接，我会显示卖家真正拥有的商品。您用自己的钱包直接付款给卖家，并持有商品的权益：可以留着，也可以提货。

    没有平台，没有托管，没有手续费。我不持有任何款项。
binding-head = <b>绑定钱包</b>
binding-ended = 已取消。没有绑定任何账户，<b>没有任何款项转出</b>。
binding-bound = ✅ <b>已绑定</b> <code>{ $account }</code>，<b>没有任何款项转出</b>。
    完整地址：<code>{ $address }</code>
command-start = 首页
command-rights = 我的权益
command-wallet = 绑定钱包
command-language = English
command-help = 使用方法
bot-description = 实物商品的柜台。打开交易链接，用自己的钱包直接付款给卖家，持有权益，到店提货。没有平台，没有托管，没有手续费。
bot-about = 实物商品权益的柜台。您直接付款给卖家。
help = <b>您想了解什么？</b>
    我是实物商品权益的柜台：您直接付款给卖家，持有权益，再凭权益兑换商品。
help-ask-buy = 怎么购买？
help-answer-buy = 1. 打开交易链接：点帖子下的“购买”，或把链接粘贴、转发给我。
    2. 用自己的钱包付款。款项直接付给卖家，或按条款锁定到交付；权益在同一笔交易中归您。
    3. 点 <b>提货</b>：出示提货码自提，或邮寄。商品交付时权益销毁。

    您也可以留着权益、转送给别人，或转售。
help-ask-wallet = 钱包提示“无法验证”
help-answer-wallet = 这是正常的。钱包只能验证网页，而我是聊天。请核对钱包与卡片上的账户、金额和网络，不一致就拒绝。

    <b>它要我连接、再签名。</b>两者都免费。签名只证明账户属于您，不会转出任何款项。
    <b>钱包里什么都没出现。</b>请用卡片上的按钮打开钱包，或把链接复制到钱包的扫码处。网络受限时请换一个网络。
help-ask-link = 链接打不开
help-answer-link = 有些浏览器和聊天软件会拦截 Telegram 链接。请复制链接，<b>粘贴到这里</b>，总能打开。转发帖子也可以；拍照也行：二维码、带编号的包装，或商品本身。

    提示“损坏”的链接在途中丢了一部分，请对方重发。属于“另一个机器人”的链接我打不开。
help-ask-privacy = 谁能看到我的地址和姓名？
help-answer-privacy = 卖家能看到您的账户，任何查看链上数据的人也能看到；但看不到您的 Telegram 姓名和号码。

    邮寄地址只给这位卖家的柜台，等待期间加密保存，邮寄结束后删除，绝不上链。您邀请的店员会以姓名显示给您。

    您发来的照片只用于识别，不会保存；除非您用它作自己商品的图片，或在我询问时同意。Telegram 会在聊天中保留它自己的副本。
help-ask-undelivered = 卖家不交货怎么办？
help-answer-undelivered = 申请被拒绝或逾期未答复时，权益仍归您，而且从此不会过期。

    <b>款项锁定到交付的：</b>您可以自己取回；邮寄的还可以提出争议，由条款指定的仲裁人裁决。
    <b>款项已直接付给卖家的：</b>钱在卖家手里，只有卖家能退。寄出之后，权益上的“有问题”可以转告柜台。付款前卡片会写明属于哪一种。
help-ask-safe = 你会不会拿走我的钱？
help-answer-safe = 不会。我不持有任何密钥和款项。您用自己的钱包付给卖家，或付进谁也无法更改的合约；我只准备钱包里显示的内容。

    我会短暂接触经过聊天的链接里的秘密，例如提货码。它们加密保存，用后即删，绝不写入日志。
help-ask-send = 什么是 DA-Send？
help-answer-send = DA-Send 是以消息形式转送的权益：可以送礼，也可以收取价款。权益在链上为打开链接的人锁定；您能看到何时被领取，在此之前可以收回。领取人不需要链上的币；到店使用礼物甚至不需要钱包。
help-ask-tie = 什么是 DA-Tie？
help-answer-tie = DA-Tie 是权益与商品之间的绑定：权益的编号由商品资料和条款计算得出，这些资料在任何链接出现之前就已上链。所以没有人能悄悄更换权益所代表的商品。

    它证明承诺过什么，但不能证明卖家会履行承诺。
help-ask-sell = 怎么卖东西？
help-answer-sell = 给我发一张照片，附上说明，例如 <i>乌龙茶 50 克，9 USDC，30 件</i>。我会生成草稿，您核对后由您的钱包发布。然后可以发到群里，或打印二维码。

    您的一切都在 /space。这里只卖能够交付的实物，不卖纯数字商品。
help-ask-desk = 怎么当店员？
help-answer-desk = 用任意相机扫顾客的码并打开，或在这里输入码。核对商品，点 <b>已交付</b>，等我提示已核销后再把商品交给顾客。再次扫码会显示何时已使用。

    兑换申请在 /requests。受邀店员可以核销；接受、拒绝和发货需要卖家授权的账户。
button-help-buy = 购买
button-help-wallet = 我的钱包
button-help-link = 链接
button-help-privacy = 谁能看到什么
button-help-undelivered = 卖家不交货？
button-help-safe = 安全吗？
button-help-send = DA-Send
button-help-tie = DA-Tie
button-help-sell = 出售
button-help-desk = 店员
button-more-help = ‹ 全部问题
button-open-chat = 打开私聊
unknown-command = 我不认识这个命令。可用的命令在菜单按钮里，也可以从这里开始：
question-dropped = 好的，这个问题不用再回答了。
group-hello = 我会展示交易链接里的商品（需设为管理员才能看到消息），其余时间保持安静。私事请到私聊里说。
group-answer = 请到私聊：打开后把交易链接粘贴或转发给我。
command-space = 我的交易空间
command-sell = 出售商品
command-requests = 顾客的兑换申请
command-earned = 分成收入
