import type { Page } from 'playwright-core'
import { choose, fill, form, type Hands, idle, named, part, press, tick, toApp, toSection, view } from './desk.ts'

type Jump = { readonly mode: string; readonly value?: number | null; readonly now: number }
type Letter = { readonly to: readonly string[]; readonly cc: readonly string[]; readonly subject: string; readonly text: string }

const MAIL = '电子邮件'
const NET = '网络与终端'

/** Answers what the clock asks before it passes something that is known. */
async function turn(page: Page, button: string): Promise<void> {
  await press(page, page.getByRole('button', { name: button, exact: true }))
  const asked = page.getByRole('dialog')
  if (await asked.isVisible()) await press(page, asked.getByRole('button').last())
}

const DAY = 86_400
/** Seconds until it is nine in the morning again, in Beijing. */
const untilNine = (now: number): number => DAY - ((now + 8 * 3600 - 9 * 3600) % DAY)

/** The clock goes on by the buttons there are: mornings, hours, ten minutes, ten seconds. */
async function forward(page: Page, seconds: number, now: number): Promise<void> {
  let left = seconds
  for (let night = untilNine(now); left >= night; night = DAY) {
    await turn(page, '次日 9:00')
    left -= night
  }
  for (; left >= 3600; left -= 3600) await turn(page, '1 小时')
  for (; left >= 600; left -= 600) await turn(page, '10 分钟')
  const byTens = await page.getByRole('button', { name: '10 秒', exact: true }).isVisible()
  if (!byTens && left > 0) return turn(page, '10 分钟')
  for (; left > 0; left -= 10) await turn(page, '10 秒')
}

async function read(page: Page, subject: string): Promise<void> {
  await toApp(page, MAIL)
  await press(page, view(page).getByRole('list', { name: '收件箱' }).getByRole('button').filter({ hasText: subject }).first())
}

async function write(page: Page, { to, cc, subject, text }: Letter): Promise<void> {
  await toApp(page, MAIL)
  // an answer that was begun is open already
  if (!(await view(page).getByLabel('正文').isVisible())) await press(page, named(view(page), '写信'))
  await fill(view(page).locator('form'), { 收件人: to.join('，'), 抄送: cc.join('，'), 主题: subject, 正文: text })
}

/** The desk, the mail program and the programs of the machine. */
export const officeHands: Hands = {
  'desk.clock.advance': (page, { mode, value, now }: Jump) => {
    if (mode === 'hour') return turn(page, '1 小时')
    if (mode === 'morning') return turn(page, '次日 9:00')
    return forward(page, mode === 'to' ? (value ?? now) - now : (value ?? 0), now)
  },
  'desk.answer.set': async (page, { field, value }: { readonly field: string; readonly value: string }) => {
    const answer = page.locator(`#answer-${field}`)
    const isChoice = (await answer.evaluate(element => element.tagName)) === 'SELECT'
    if (isChoice) await answer.selectOption({ label: value })
    else {
      await answer.fill(value)
      await answer.press('Tab')
    }
    await idle(page)
  },
  'mail.account.create': async (page, data: { readonly local: string; readonly name: string; readonly password: string }) => {
    await toApp(page, MAIL)
    const door = form(page, '开通邮箱')
    await fill(door, { 邮箱名: data.local, 显示名: data.name, 密码: data.password })
    await press(page, named(door, '开通邮箱'))
  },
  'mail.profile.set': async (page, { name, signature }: { readonly name: string; readonly signature: string }) => {
    await toSection(page, MAIL, '设置')
    const profile = form(page, '显示名与签名')
    await fill(profile, { 显示名: name, 签名: signature })
    await press(page, named(profile, '保存'))
  },
  'mail.contact.save': async (page, data: { readonly name: string; readonly addr: string; readonly group: string }) => {
    await toSection(page, MAIL, '通讯录')
    const fresh = form(page, '新建联系人')
    await fill(fresh, { 姓名: data.name, 邮件地址: data.addr, 分组: data.group })
    await press(page, named(fresh, '保存联系人'))
  },
  'mail.folder.create': async (page, { name }: { readonly name: string }) => {
    await toSection(page, MAIL, '设置')
    const folders = form(page, '文件夹')
    await fill(folders, { 文件夹名称: name })
    await press(page, named(folders, '新建文件夹'))
  },
  'mail.rule.save': async (page, data: { name: string; conditions: { field: string; has: string }[]; folder: string | null }) => {
    const labels: Readonly<Record<string, string>> = { from: '发件人包含', to: '收件人包含', subject: '主题包含', text: '正文包含' }
    await toSection(page, MAIL, '收信规则')
    const rule = form(page, '新建规则')
    await fill(rule, { 规则名称: data.name })
    for (const { field, has } of data.conditions) await fill(rule, { [labels[field] ?? field]: has })
    if (data.folder !== null) await choose(rule, '移动到文件夹', data.folder)
    await press(page, named(rule, '保存规则'))
  },
  'mail.reply': async (page, { subject }: { readonly subject: string }) => {
    await read(page, subject)
    await press(page, named(view(page), '回复'))
  },
  'mail.forward': async (page, { subject }: { readonly subject: string }) => {
    await read(page, subject)
    await press(page, named(view(page), '转发'))
  },
  'mail.draft.save': async (page, letter: Letter) => {
    await write(page, letter)
    await press(page, named(view(page), '存草稿'))
  },
  'mail.attach.add': async (page, { name }: { readonly name: string }) => {
    await view(page).getByLabel('添加附件').selectOption({ label: name })
    await idle(page)
    await view(page).getByRole('button', { name: '移除' }).waitFor()
  },
  'mail.send': async (page, { sign = null, encrypt = false }: { readonly sign?: string | null; readonly encrypt?: boolean }) => {
    if (sign !== null) await choose(view(page), '数字签名', sign)
    if (encrypt) await tick(view(page).getByLabel('加密（需要收件人的证书）'))
    await press(page, named(view(page), '发送'))
    await view(page).getByText('从左侧选择一封邮件阅读。').waitFor()
  },
  'mail.phish.report': async (page, { subject, reasons }: { readonly subject: string; readonly reasons: readonly string[] }) => {
    await read(page, subject)
    await press(page, named(view(page), '举报可疑邮件'))
    for (const reason of reasons) await tick(view(page).getByLabel(reason, { exact: true }))
    await press(page, named(view(page), '提交举报'))
  },
  'mail.contact.certificate': async (page, { serial, name }: { readonly serial: string; readonly name: string }) => {
    await toSection(page, MAIL, '通讯录')
    await press(page, named(view(page), `编辑 ${name}`))
    const bind = form(page, `绑定证书 ${name}`)
    await fill(bind, { 证书序列号: serial })
    await press(page, named(bind, '绑定证书'))
  },
  'mail.verify': async (page, { subject }: { readonly subject: string }) => {
    await toSection(page, MAIL, /^收件箱/)
    await read(page, subject)
    await press(page, named(view(page), '验证签名'))
  },
  'mail.conclude': async (page, { verdict }: { readonly verdict: string }) => {
    const names: Readonly<Record<string, string>> = {
      intact: '完整有效',
      altered: '内容被改动',
      revoked: '签名证书已吊销',
      untrusted: '签名者不受信任',
    }
    await view(page)
      .getByLabel(names[verdict] ?? verdict)
      .press('Space')
    await press(page, named(view(page), '登记结论'))
  },
  'net.open': async (page, { url }: { readonly url: string }) => {
    await page.getByLabel('地址', { exact: true }).fill(url)
    await press(page, page.getByLabel('地址', { exact: true }))
  },
  'net.download.save': async (page, data: { readonly source: string; readonly folder: string; readonly name: string }) => {
    await press(page, named(view(page), `保存到本机 ${data.source}`))
    const where = form(page, '另存为')
    await fill(where, { 文件夹: data.folder, 文件名: data.name })
    await press(page, named(where, '保存到本机'))
  },
  'net.file.unzip': async (page, { file, folder, password }: { file: string; folder: string; password: string | null }) => {
    await drive(page)
    await work(page, file, '解压', { 放到文件夹: folder, '密码（没有则留空）': password ?? '' })
  },
  'net.file.rename': async (page, { file, name }: { readonly file: string; readonly name: string }) => {
    await drive(page)
    await work(page, file, '重命名', { 新文件名: name })
  },
  'net.ftp.connect': async (
    page,
    data: { readonly host: string; readonly account: string; readonly password: string; readonly mode: string },
  ) => {
    await toSection(page, NET, '文件传输')
    const link = part(page, '连接')
    await fill(link, { 服务器: data.host, 账号: data.account, 密码: data.password })
    await choose(link, '传输方式', data.mode)
    await press(page, named(link, '连接'))
  },
  'net.ftp.put': async (page, { folder, name }: { readonly folder: string; readonly name: string }) => {
    await choose(part(page, '服务器'), '文件夹', folder)
    await press(page, named(part(page, '本机'), `上传 ${name}`))
  },
}

/** The files of the machine: the browser is left by the tab of the program. */
async function drive(page: Page): Promise<void> {
  await toApp(page, NET)
  if (!(await view(page).getByRole('navigation', { name: '程序' }).isVisible())) await press(page, page.getByRole('tab', { name: NET }))
  await press(page, named(view(page).getByRole('navigation', { name: '程序' }), '我的文件'))
}

async function work(page: Page, file: string, act: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await tick(view(page).getByLabel(file, { exact: true }))
  await press(page, named(part(page, '已选'), act))
  const sheet = form(page, act)
  await fill(sheet, fields)
  await press(page, named(sheet, '确定'))
}
