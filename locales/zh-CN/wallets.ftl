wallets-head = <b>您的钱包</b>
wallets-none = 尚未绑定钱包。绑定只需一次免费签名，<b>不会转出任何款项。</b>
wallets-line = <code>{ $account }</code>
    { $wallet ->
        [none] 已绑定，钱包未连接：下次付款时会重新连接。
       *[other] 已绑定并连接：{ $wallet }
    }
wallets-shared = 👥 还有其他人在此证明过该账户。账户里的权益双方都能使用。
wallets-foot = 解绑会断开连接并删除证明。不会转出任何款项，权益仍在您的钱包里。
wallets-unbound = ✅ <b>已解绑</b> <code>{ $account }</code>。连接已断开，证明已删除。<b>没有任何款项转出</b>，权益仍在您的钱包里。
wallets-frozen = ⚠️ <b>您的钱包不再显示 <code>{ $account }</code>。</b>{ $shown ->
    [none] 它收回了全部账户。
   *[other] 现在显示的是 <code>{ $shown }</code>。
}我不会再用原账户向它发出请求。想继续使用其中任何一个，请在钱包里选中它，然后重新绑定。<b>没有任何款项转出。</b>
button-bind-another = 绑定另一个
button-bind-again = 重新绑定
button-unbind = 解绑 { $account }
button-wallets = 我的钱包
