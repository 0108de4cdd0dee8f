import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { enrolmentFingerprint, enrolmentText, openSiteKeys, readEnrolment, type SiteKeys } from '../../src/platform/sealing/site-keys.ts'
import { actorWith, testContext } from '../../src/platform/test-context.ts'
import { writeKeyText } from '../../src/modules/delivery/contract.ts'
import { playAtSite, type SiteDay } from '../../src/modules/exam/actions/results/day-at-site.test.ts'
import { DEMONSTRATION_PHRASE } from '../../src/modules/exam/contract.ts'
import { settled } from './stage/acts.ts'
import { liveToday } from './stage/country.ts'
import { pageFaults } from './stage/page-faults.ts'
import { DESK, openStage, PHONE, type Stage } from './stage/stage.ts'

let stage: Stage
let sessionId: string
let keys: SiteKeys
let played: SiteDay | undefined
const windows = new Map<string, Page>()
const SITE = '92012001'
const SITE_NAME = '海陵市电子商务鉴定站'

before(async () => {
  stage = await openStage('hall-centre')
  const today = await liveToday(stage.address)
  sessionId = today.sessionId
  if (process.env['HP']) console.error(JSON.stringify(today.stages))
})
after(async () => {
  await played?.end()
  await stage?.end()
})

/** A window of somebody who is signed in, at a page. */
async function at(persona: string, path: string): Promise<Page> {
  const known = windows.get(persona)
  const page = known ?? (await stage.window())
  if (!known) {
    const entered = await page.context().request.post('/api/identity/persona-sign-ins', { data: { persona } })
    assert.equal(entered.status(), 200, persona)
    windows.set(persona, page)
  }
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settled(page)
  return page
}
const reads = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 40_000 })

test('the board shows every site of the session, trouble first, each with what is the matter', async () => {
  const page = await at('national-1', `/sessions/${sessionId}/board`)
  const rows = page.getByRole('row')
  assert.ok((await rows.count()) >= 4, 'a head and three sites')
  await reads(page, '仅空闲25%')
  await reads(page, '单机')
  await reads(page, '双机正常')
  await stage.picture(page, 'board', 'phone')
})

test('a site sends new keys; they are in force only once the fingerprint was heard and typed', async () => {
  keys = await openSiteKeys(mkdtempSync(join(tmpdir(), 'zhiheng-site-')), SITE)
  const page = await at('national-1', `/sessions/${sessionId}/board`)
  await page.getByRole('row').filter({ hasText: SITE_NAME }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: '代为录入登记码' }).click()
  await panel.getByLabel('代为录入登记码').fill(enrolmentText(keys))
  await panel.getByRole('button', { name: '录入', exact: true }).click()
  await panel.getByText('待核对').waitFor()
  const fingerprint = writeKeyText(enrolmentFingerprint(readEnrolment(enrolmentText(keys)) ?? assert.fail()))
  assert.equal(await panel.getByText(fingerprint).count(), 0, 'what is compared by ear is not on the screen')
  await panel.getByLabel('电话里听到的指纹').fill(fingerprint.replace(/^./, one => (one === '7' ? '8' : '7')))
  await panel.getByRole('button', { name: '核对并确认' }).click()
  await panel.getByText('没有确认').waitFor()
  await stage.picture(page, 'fingerprint')
  await panel.getByLabel('电话里听到的指纹').fill(fingerprint.toLowerCase())
  await panel.getByRole('button', { name: '核对并确认' }).click()
  await panel.getByText(fingerprint).waitFor()
})

test('the packages are sealed anew: ordered by one, signed by two others, never by the one who ordered', async () => {
  const page = await at('national-1', `/sessions/${sessionId}/sealing`)
  await page.getByRole('button', { name: '封装试卷包' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByText(SITE_NAME).first().waitFor()
  await stage.picture(page, 'order')
  await panel.getByRole('button', { name: '开始封装' }).click()
  await reads(page, '第2次封装')
  await reads(page, '待签封')
  assert.equal(await page.getByLabel('本人口令').count(), 0, 'who ordered a sealing does not seal it')
  for (const [persona, told] of [
    ['national-2', '已签封，还需另一位封装人'],
    ['national-3', '签封完成，正在生成文件'],
  ] as const) {
    const sealer = await at(persona, `/sessions/${sessionId}/sealing`)
    if (persona === 'national-2') {
      await sealer.getByLabel('本人口令').fill('不是这个人的口令吧')
      await sealer.getByRole('button', { name: '签封全部试卷包' }).click()
      await reads(sealer, '没有签封')
    }
    await sealer.getByLabel('本人口令').fill(DEMONSTRATION_PHRASE)
    await sealer.getByRole('button', { name: '签封全部试卷包' }).click()
    await reads(sealer, told)
    await stage.picture(sealer, `sealed-by-${persona}`)
  }
})

/** A custodian takes the newest share and copies it from the card. */
async function takeShare(persona: string): Promise<string> {
  const page = await at(persona, '/keys')
  const share = page.getByRole('listitem').filter({ hasText: '第2次封装' })
  await share.getByRole('button', { name: '领取份额' }).click()
  await share.getByLabel('口令').fill(DEMONSTRATION_PHRASE)
  await share.getByRole('button', { name: '显示我的份额' }).click()
  await share.locator('.z-spoken ol code').first().waitFor()
  const groups = await share.locator('.z-spoken ol code').allInnerTexts()
  assert.ok(groups.length > 6)
  if (persona === 'auditor') await stage.picture(page, 'share', 'phone')
  await share.getByRole('button', { name: '已抄好或打印，收起' }).click()
  await page.getByRole('button', { name: '已抄好', exact: true }).click()
  await share.getByText(/^已于.*领取$/).waitFor()
  await page.reload()
  await reads(page, /^已于.*领取$/)
  assert.equal(await page.getByText(groups[0] ?? '').count(), 0, 'a share is shown once')
  return groups.join('-')
}

test('three custodians take their shares, each alone; two of them and a slip of the pen do not make a key, three do', async () => {
  const shares: string[] = []
  for (const persona of ['auditor', 'chief-assessor', 'registrar-91']) shares.push(await takeShare(persona))
  const page = await at('national-1', `/sessions/${sessionId}/sealing`)
  await reads(page, '已封装')
  await page.getByRole('link', { name: '启封密钥' }).first().click()
  await reads(page, '输入密钥份额')
  const fill = async (values: readonly string[]) => {
    for (const [n, value] of values.entries()) await page.getByLabel(`第${n + 1}份`).fill(value)
    await page.getByRole('button', { name: '合成启封密钥' }).click()
  }
  const [first = '', second = '', third = ''] = shares
  await fill([first, second, ''])
  await reads(page, '启封密钥没有合成')
  await fill([first, second, third.replace(/^./, one => (one === '7' ? '8' : '7'))])
  await reads(page, '启封密钥没有合成')
  await stage.picture(page, 'share-misread', 'phone')
  await fill([first, second, third.toLowerCase()])
  await page.locator('.z-spoken ol li').first().waitFor()
  assert.equal(await page.locator('.z-spoken ol li').count(), 7)
  await stage.picture(page, 'opening-key', 'phone')
})

test('what the site sends home is taken in by stick, its receipt goes back, and the ledger sums; a changed file is not taken', async () => {
  const { ports } = stage.centre
  const { rows } = await ports.database.statement({ text: 'select sealing_id from sealing where number = 2', values: [] })
  const sealingId = String(rows[0]?.['sealing_id'])
  const context = () => testContext(ports, actorWith('national-officer'), ports.clock.now())
  const inTx = (body: (tx: never, ctx: never) => Promise<never>) => ports.database.transact(tx => body(tx as never, context() as never))
  played = await playAtSite({
    season: { ports, inTx, context } as never,
    ceremony: { keys: new Map([[SITE, keys]]) } as never,
    sealingId,
    siteCode: SITE,
  })
  stage.clock('2026-12-27', '13:00')
  const page = await at('national-1', `/sessions/${sessionId}/results-in`)
  await stage.picture(page, 'results-awaited')
  const good = readFileSync(await played.writeResult())
  const spoilt = Buffer.from(good)
  spoilt[spoilt.length - 40] = (spoilt.at(-40) ?? 0) ^ 1
  await page.getByLabel('选择文件').setInputFiles({ name: '结果.zhresult', mimeType: 'application/octet-stream', buffer: spoilt })
  await reads(page, '结果.zhresult没有接收')
  await page.getByLabel('选择文件').setInputFiles({ name: '结果.zhresult', mimeType: 'application/octet-stream', buffer: good })
  await reads(page, new RegExp(`已接收考点${SITE}的结果`))
  await page.getByLabel('选择文件').setInputFiles({ name: '结果.zhresult', mimeType: 'application/octet-stream', buffer: good })
  await reads(page, /先前已经接收，未作改动/)
  await reads(page, '全部相符')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载回执' }).first().click()
  assert.match(readFileSync(await (await coming).path(), 'utf8'), /zhiheng-result-receipt/)
  await stage.picture(page, 'results-in', 'phone')
})

test('a page that has to wait says so from the first moment: before its script, before its answer', async () => {
  const page = await at('auditor', '/keys')
  const slowly = async (what: string) => {
    const gate = Promise.withResolvers<void>()
    await page.route(what, async route => {
      await gate.promise
      await route.continue()
    })
    return async () => {
      gate.resolve()
      await page.unrouteAll({ behavior: 'wait' })
    }
  }
  const script = await slowly('**/*.js')
  await page.goto('/keys', { waitUntil: 'commit' })
  await reads(page, /^正在打开/)
  await script()
  const answer = await slowly('**/api/exam/own-ceremony*')
  await page.goto('/keys', { waitUntil: 'commit' })
  await page.waitForLoadState()
  await page.locator('.z-skeleton').waitFor()
  await reaches(() => contrastOf(page, '.z-skeleton span'), 1.25, 'what stands in for the content can be seen')
  await answer()
  await reads(page, '密钥保管人')
})

/** A style may arrive a moment after what it dresses. */
async function reaches(value: () => Promise<number>, least: number, what: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if ((await value()) > least) return
    await new Promise(done => setTimeout(done, 100))
  }
  assert.fail(what)
}

/** How much lighter or darker a thing is than the page it lies on: relative luminances as in WCAG. */
function contrastOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate(element => {
      const light = (color: string) => {
        const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? [])
          .map(Number)
          .map(n => (n / 255 <= 0.04045 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
      }
      const [own, ground] = [element, document.body].map(one => light(getComputedStyle(one).backgroundColor))
      return Math.max(own ?? 1, ground ?? 1) / Math.min(own ?? 1, ground ?? 1)
    })
}

test('the pages of the centre keep names, words and widths in order, in both languages and at both sizes', async () => {
  const faults: string[] = []
  const page = await at('national-1', '/keys')
  for (const language of ['en', 'zh'] as const) {
    await page.evaluate(chosen => localStorage.setItem('zh_lang', chosen), language)
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      for (const path of ['/keys', `/sessions/${sessionId}/board`, `/sessions/${sessionId}/sealing`, `/sessions/${sessionId}/results-in`]) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await settled(page)
        faults.push(...(await pageFaults(page, language)).map(fault => `${language} ${size.width} ${path.slice(-10)}: ${fault}`))
        if (language === 'zh') await stage.picture(page, `page-${path.split('/').at(-1)}`)
      }
    }
  }
  assert.deepEqual([...new Set(faults)], [])
  assert.deepEqual(stage.faults, [])
})
