import { choose, fill, form, type Hands, named, part, press, tick, toApp, toSection, view, yuan } from './desk.ts'

type Subject = { readonly name: string; readonly org: string; readonly email: string }
type Application = { readonly subject: Subject; readonly idNo: string; readonly docs: readonly string[] }

const BANK = '网上银行'
const CA = '认证中心'
const PAY = '支付平台'

const textsOf = ({ subject, idNo }: Application): Readonly<Record<string, string>> => ({
  姓名或单位名称: subject.name,
  '所在单位（全称）': subject.org,
  电子邮箱: subject.email,
  证件号码: idNo,
})

/** The bank, the certification authority and the payment platform. */
export const moneyHands: Hands = {
  'bank.open': async (page, data: { name: string; idNo: string; phone: string; occupation: string; address: string }) => {
    await toSection(page, BANK, '开立账户')
    const open = form(page, '开立个人账户')
    const { name, idNo, phone, occupation, address } = data
    await fill(open, { 姓名: name, 身份证号码: idNo, 手机号码: phone, 职业: occupation, 联系地址: address })
    await press(page, named(open, '提交申请'))
  },
  'bank.ebank.activate': async (page, data: { readonly account: string; readonly user: string; readonly password: string }) => {
    await toSection(page, BANK, '开通网上银行')
    const activate = form(page, '开通网上银行')
    await choose(activate, '账户', data.account)
    await fill(activate, { 设置用户名: data.user, 设置登录密码: data.password, '我已阅读并同意《网上银行服务协议》': true })
    await press(page, named(activate, '开通'))
  },
  'bank.login': async (page, data: { readonly user: string; readonly password: string; readonly certificate?: string | null }) => {
    await toApp(page, BANK)
    const login = form(page, '登录网上银行')
    await fill(login, { 用户名: data.user, 登录密码: data.password })
    if (typeof data.certificate === 'string') await choose(login, '数字证书', data.certificate)
    await press(page, named(login, '登录网上银行'))
    await view(page).getByRole('button', { name: '安全退出' }).waitFor()
  },
  'bank.code.send': async (page, { phone }: { readonly phone: string }) => {
    await toSection(page, BANK, '安全中心')
    const code = form(page, '获取验证码')
    await fill(code, { 手机号码: phone })
    await press(page, named(code, '获取验证码'))
  },
  'bank.phone.bind': async (page, { code }: { readonly code: string }) => {
    await fill(form(page, '绑定手机'), { 短信验证码: code })
    await press(page, named(form(page, '绑定手机'), '绑定'))
  },
  'bank.certificate.bind': async (page, { serial }: { readonly serial: string }) => {
    await choose(form(page, '绑定证书'), '数字证书', serial)
    await press(page, named(form(page, '绑定证书'), '绑定证书'))
  },
  'bank.auth.set': async (page, { auth }: { readonly auth: string }) =>
    press(page, named(part(page, '登录方式'), auth === 'certificate' ? '改用密码加数字证书' : '改用密码加短信验证码')),
  'bank.logout': page => press(page, named(view(page), '安全退出')),
  'bank.limits.set': async (page, { single, day }: { readonly single: number; readonly day: number }) => {
    await toSection(page, BANK, '安全中心')
    const limits = form(page, '转账限额')
    await fill(limits, { '单笔限额（元）': yuan(single), '日累计限额（元）': yuan(day) })
    await press(page, named(limits, '保存限额'))
  },
  'bank.account.note': async (page, { account, note }: { readonly account: string; readonly note: string }) => {
    await toSection(page, BANK, '我的账户')
    const card = form(page, `账户备注 ${account}`)
    await fill(card, { 账户备注: note })
    await press(page, named(card, '保存备注'))
  },
  'pki.open': async page => {
    await toApp(page, CA)
    await view(page).getByRole('navigation', { name: '认证中心' }).waitFor()
  },
  'pki.apply': async (page, data: Application & { readonly profile: string }) => {
    await toSection(page, CA, '申请证书')
    const apply = form(page, '申请证书')
    await choose(apply, '证书种类', data.profile)
    await fill(apply, textsOf(data))
    for (const doc of data.docs) await tick(apply.getByLabel(doc, { exact: true }))
    await press(page, named(apply, '提交申请'))
  },
  'pki.apply.amend': async (page, data: Application & { readonly no: string }) => {
    await toSection(page, CA, '查询与领取')
    const amend = form(page, `补正申请 ${data.no}`)
    await fill(amend, textsOf(data))
    for (const doc of data.docs) await tick(amend.getByLabel(doc, { exact: true }))
    await press(page, named(amend, '重新提交'))
  },
  'pki.pickup': async (page, { no, code }: { readonly no: string; readonly code: string }) => {
    await toSection(page, CA, '查询与领取')
    const take = form(page, '领取证书')
    await fill(take, { 参考号: no, 提取码: code })
    await press(page, named(take, '领取并安装'))
  },
  'pki.export': async (page, data: { serial: string; withKey: boolean; password?: string; folder: string; name: string }) => {
    await toSection(page, CA, '我的证书')
    const file = form(page, `导出证书 ${data.serial}`)
    if (!(await file.isVisible())) await press(page, named(view(page), `管理 ${data.serial}`))
    await file.getByLabel(data.withKey ? '证书和私钥（.pfx）' : '仅证书', { exact: true }).press('Space')
    await fill(file, { 备份口令: data.password ?? '', 保存到文件夹: data.folder, 文件名: data.name })
    await press(page, named(file, '导出'))
  },
  'pki.trust.add': async (page, { fingerprint }: { readonly fingerprint: string }) => {
    await toSection(page, CA, '我的证书')
    const trust = form(page, '信任根证书')
    await fill(trust, { '核对指纹（填入公布的指纹）': fingerprint })
    await press(page, named(trust, '信任根证书'))
  },
  'pki.crl.fetch': async page => {
    await toSection(page, CA, '首页')
    await press(page, named(view(page), '下载最新吊销列表'))
  },
  'pay.trade.pay': async (page, { trade, password }: { readonly trade: string; readonly password: string }) => {
    await toSection(page, PAY, /^交易/)
    await press(page, named(view(page), new RegExp(`${trade}$`)))
    const cashier = form(page, `收银台 ${trade}`)
    await fill(cashier, { 支付密码: password })
    await press(page, named(cashier, /^确认付款/))
  },
}
